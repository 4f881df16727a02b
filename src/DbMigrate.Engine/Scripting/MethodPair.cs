using System.Collections.Generic;
using DbMigrate.Engine.Providers;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Scripting;

/// <summary>What a revision does to one database, and how it undoes that.</summary>
/// <param name="Suffix">What follows <c>Up</c> and <c>Down</c> in the names of the methods; empty for the default database.</param>
/// <param name="Traits">The database's provider.</param>
/// <param name="Up">Operations of the one method.</param>
/// <param name="Down">Operations of the other.</param>
public sealed record MethodPair(string Suffix, ProviderTraits Traits, IReadOnlyList<MigrationOperation> Up, IReadOnlyList<MigrationOperation> Down)
{
    /// <summary>What the one method loses, so that the other cannot bring it back.</summary>
    public IReadOnlyList<string> Losses { get; init; } = [];

    /// <summary>What rows stand against in the other method, a sentence each.</summary>
    public IReadOnlyList<string> Obstacles { get; init; } = [];

    /// <summary>What is said above an operation of the one method.</summary>
    public IReadOnlyDictionary<MigrationOperation, string> Comments { get; init; } = new Dictionary<MigrationOperation, string>();
}
