using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;
using DbMigrate.Revisions.Errors;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Diff;

/// <summary>
/// Tables that are dropped while another one with just the same columns is created. That is no evidence of a rename, and
/// nothing is asked; but rows are lost, and whoever reads the warning should know how they stay.
/// </summary>
internal static class TableTwins
{
    /// <summary>What to say of a revision that drops such tables with their rows.</summary>
    /// <param name="match">Both sides.</param>
    /// <param name="plan">The renames; what was decided is not doubted.</param>
    /// <param name="operations">What the revision does.</param>
    public static IEnumerable<string> Warnings(SchemaMatch match, RenamePlan plan, IReadOnlyList<MigrationOperation> operations)
    {
        var lost = operations.OfType<DropTableOperation>().Where(o => o.IsDestructiveChange).Select(o => new ObjectName(o.Schema, o.Name)).ToHashSet();
        var dropped = match.Dropped.Where(t => lost.Contains(t.Name) && !plan.Tables.ContainsKey(t.Name)).ToList();
        return from old in dropped
               let twins = match.Created.Where(t => AreAlike(old, t)).ToList()
               where twins.Count == 1 && dropped.Count(o => AreAlike(o, twins[0])) == 1
               select $"drops {old.Name} and creates {twins[0].Name} with the same columns; if that is a rename, delete the script and pass -Rename {Entry(old.Name, twins[0].Name)}";
    }

    // A key alone says nothing.
    private static bool AreAlike(Table old, Table table)
        => old.Columns.Count > 1 && old.Columns.Select(Column).ToHashSet().SetEquals(table.Columns.Select(Column));

    private static (string Name, string Type) Column(Column column) => (column.Name, column.StoreType);

    private static string Entry(ObjectName old, ObjectName table)
        => PasteReady.Table([(DottedName.Format(old.Schema, old.Name), DottedName.Format(table.Schema, table.Name))]);
}
