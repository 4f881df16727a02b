using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Requests;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Upgrades;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Errors;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Comparison;

/// <summary>Finds the operations that would mend differences, and to which difference each belongs.</summary>
internal sealed class Mending(TargetDatabase target, UpgradeNotes upgrade, RequestScope scope)
{
    /// <summary>The differences with what would make each object as the reference has it.</summary>
    /// <param name="found">What differs.</param>
    /// <param name="reference">How it should be.</param>
    /// <param name="difference">How it is, without what is not ours to drop.</param>
    public DifferenceInfo[] Describe(IReadOnlyList<SchemaDifference> found, SchemaState reference, SchemaState difference)
    {
        var owners = found.Select(_ => new List<MigrationOperation>()).ToList();
        foreach (var operation in found.Count == 0 ? [] : Operations(reference, difference))
        {
            if (Owner(operation, found) is var at and >= 0)
                owners[at].Add(operation);
        }

        return [.. found.Zip(owners, (d, operations) => new DifferenceInfo
        {
            Kind = d.Kind,
            Object = d.Object,
            Expected = d.Expected,
            Actual = d.Actual,
            Operations = OperationDescriber.Describe(operations, target.Name, upgrade),
            Cause = upgrade.Cause(d),
        })];
    }

    // Nobody is asked: what a column is filled with, or what is a rename, is decided where a revision is written.
    private IReadOnlyList<MigrationOperation> Operations(SchemaState reference, SchemaState difference)
    {
        try
        {
            return new SchemaDiffer(target.Traits).Diff(difference, reference, new DiffDecisions { IsReverse = true }).Operations;
        }
        catch (DbMigrateException e) when (e.Kind == ErrorCatalogue.NotSupportedByProvider)
        {
            scope.Warning($"No operations are shown: {e.Message}");
            return [];
        }
    }

    // That of the object itself, else one of the same table, for whose sake it is done.
    private int Owner(MigrationOperation operation, IReadOnlyList<SchemaDifference> found)
    {
        var subject = OperationSubject.Of(operation, target.Traits);
        var at = Find(d => subject.Objects.Any(o => d.Object.Equals(o, StringComparison.Ordinal)));
        if (at < 0)
            at = Find(d => subject.Tables.Any(t => d.Object == $"table {t}"));
        return at >= 0 ? at : Find(d => subject.Tables.Any(t => d.Object.EndsWith($" of {t}", StringComparison.Ordinal) || d.Object.Contains($" {t}.", StringComparison.Ordinal)));

        int Find(Func<SchemaDifference, bool> isOwner)
        {
            for (var i = 0; i < found.Count; i++)
            {
                if (isOwner(found[i]))
                    return i;
            }

            return -1;
        }
    }
}
