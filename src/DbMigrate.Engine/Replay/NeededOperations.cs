using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;
using DbMigrate.Revisions.Errors;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Replay;

/// <summary>
/// Leaves out what a revision does only where it is needed (<see cref="OperationAnnotations.IfNeeded"/>): such an operation
/// mends a database that somebody changed by hand, and has nothing to do in the others.
/// </summary>
internal sealed class NeededOperations(ProviderTraits traits)
{
    /// <summary>Those that are to be done.</summary>
    /// <param name="state">The schema before.</param>
    /// <param name="operations">All of them, in order.</param>
    public IReadOnlyList<MigrationOperation> Of(SchemaState state, IReadOnlyList<MigrationOperation> operations)
    {
        if (!operations.Any(IsConditional))
            return operations;
        var needed = new List<MigrationOperation>(operations.Count);
        var replayer = new Replayer(traits);
        foreach (var operation in operations)
        {
            if (IsConditional(operation) && !Changes(state, operation))
                continue;
            state = replayer.ApplyAll(state, [operation]);
            needed.Add(operation);
        }

        return needed;
    }

    /// <summary>Whether an operation fits a schema and changes something there.</summary>
    public bool Changes(SchemaState state, MigrationOperation operation)
    {
        try
        {
            var after = new Replayer(traits).ApplyAll(state, [operation]);

            // Nobody compares what materialized views are, but a drop and a creation need each other.
            return SchemaComparer.Compare(state, after, seeds: true).Count > 0 || !state.MaterializedViews.Keys.SequenceEqual(after.MaterializedViews.Keys);
        }
        catch (DbMigrateException e) when (e.Kind == ErrorCatalogue.ReplayConflict)
        {
            return false;
        }
    }

    private static bool IsConditional(IReadOnlyAnnotatable operation) => operation.FindAnnotation(OperationAnnotations.IfNeeded)?.Value is true;
}
