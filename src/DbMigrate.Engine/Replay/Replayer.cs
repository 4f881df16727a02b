using System.Collections.Generic;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Replay;

/// <summary>Adds EF's migration operations up to a schema.</summary>
public sealed class Replayer(ProviderTraits traits)
{
    /// <summary>The schema after the operations. Operations are only read.</summary>
    /// <param name="state">The schema before.</param>
    /// <param name="operations">EF's operations in order.</param>
    /// <exception cref="Revisions.Errors.DbMigrateException"><c>ReplayConflict</c> where an operation does not fit (a column that is not there, a table that is).</exception>
    public SchemaState Apply(SchemaState state, IEnumerable<MigrationOperation> operations)
        => ApplyAll(state, new NeededOperations(traits).Of(state, [.. operations]));

    /// <summary>Without regard to whether an operation is needed.</summary>
    internal SchemaState ApplyAll(SchemaState state, IEnumerable<MigrationOperation> operations)
    {
        var session = new ReplaySession(state, traits);
        foreach (var operation in operations)
            Apply(session, operation);
        return session.ToState();
    }

    // Operations of providers (create a database, ...) are not schema, like SQL that is not recognised.
    private static void Apply(ReplaySession session, MigrationOperation operation)
    {
        _ = TableReplay.TryApply(session, operation)
            || ColumnReplay.TryApply(session, operation)
            || KeyReplay.TryApply(session, operation)
            || ForeignKeyReplay.TryApply(session, operation)
            || CheckReplay.TryApply(session, operation)
            || IndexReplay.TryApply(session, operation)
            || SeedReplay.TryApply(session, operation)
            || SequenceReplay.TryApply(session, operation)
            || DatabaseReplay.TryApply(session, operation)
            || SqlReplay.TryApply(session, operation);
    }
}
