using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Diff;

/// <summary>What came out of a comparison.</summary>
/// <param name="Operations">In order.</param>
/// <param name="Losses">One sentence per fact that is lost; the header's <c>Destructive</c> notes.</param>
public sealed record DiffResult(IReadOnlyList<MigrationOperation> Operations, IReadOnlyList<string> Losses)
{
    /// <summary>What people should know beside the losses, a sentence each: what may fail on rows that nobody has seen, or may be meant as a rename.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Of the way back: what rows stand against, because what they had is gone and all of them get the same. A sentence each.</summary>
    public IReadOnlyList<string> Obstacles { get; init; } = [];

    /// <summary>The decisions for the way back: the same renames the other way round, and <see cref="DiffDecisions.IsReverse"/>.</summary>
    public DiffDecisions Reverse { get; init; } = new() { IsReverse = true };
}
