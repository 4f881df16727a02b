using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Diff;

/// <summary>What came out of a comparison.</summary>
/// <param name="Operations">In order.</param>
/// <param name="Losses">One sentence per fact that is lost; the header's <c>Destructive</c> notes.</param>
public sealed record DiffResult(IReadOnlyList<MigrationOperation> Operations, IReadOnlyList<string> Losses)
{
    /// <summary>What may fail on rows that nobody has seen, a sentence each; nothing is lost by it.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The decisions for the way back: the same renames the other way round, and <see cref="DiffDecisions.IsReverse"/>.</summary>
    public DiffDecisions Reverse { get; init; } = new() { IsReverse = true };
}
