using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Diff;

/// <summary>The decisions about renames, resolved.</summary>
/// <param name="Joined">New names by old names of all tables that stay.</param>
/// <param name="Tables">The decided tables; null for one that goes.</param>
/// <param name="Columns">The decided columns by old names; null for one that goes.</param>
internal sealed record RenamePlan(
    IReadOnlyDictionary<ObjectName, ObjectName> Joined,
    IReadOnlyDictionary<ObjectName, ObjectName?> Tables,
    IReadOnlyDictionary<ColumnName, string?> Columns)
{
    /// <summary>What is left to compare.</summary>
    public SchemaMatch Match(SchemaState from, SchemaState to)
    {
        var columns = Columns.ToLookup(c => c.Key.Table);
        return new(from, to, Joined.Select(j => ColumnMatcher.Match(
            from.Tables[j.Key], to.Tables[j.Value],
            columns[j.Key].ToDictionary(c => c.Key.Column, c => c.Value, StringComparer.Ordinal))));
    }

    /// <summary>The same decisions the other way round; what was dropped and came again under its name is no more the same on the way back.</summary>
    /// <param name="to">The schema after.</param>
    public DiffDecisions Reverse(SchemaState to)
    {
        var kept = Joined.Values.ToHashSet();
        return new()
        {
            IsReverse = true,
            Renames =
            [
                .. from table in Tables
                   where table.Value is not null || (to.Tables.ContainsKey(table.Key) && !kept.Contains(table.Key))
                   select new RenameDecision(Format(table.Value ?? table.Key), table.Value is null ? null : Format(table.Key)),
                .. from column in Columns
                   let table = Joined[column.Key.Table]
                   where column.Value is not null || IsReplaced(column.Key, to.Tables[table])
                   select new RenameDecision(new ColumnName(table, column.Value ?? column.Key.Column).ToString(), column.Value is null ? null : column.Key.Column),
            ],
        };
    }

    private bool IsReplaced(ColumnName column, Table table)
        => table.FindColumn(column.Column) is not null && !Columns.Any(c => c.Key.Table == column.Table && c.Value == column.Column);

    private static string Format(ObjectName name) => DottedName.Format(name.Schema, name.Name);
}
