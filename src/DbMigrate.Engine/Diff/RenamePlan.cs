using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Diff;

/// <summary>The decisions about renames, resolved.</summary>
/// <param name="Joined">New names by old names of all tables that stay.</param>
/// <param name="Tables">The decided tables; null for one that goes.</param>
/// <param name="Columns">The decided columns by old names; null for one that goes.</param>
/// <param name="JoinedSequences">New names by old names of all sequences that stay.</param>
/// <param name="Sequences">The decided sequences; null for one that goes.</param>
internal sealed record RenamePlan(
    IReadOnlyDictionary<ObjectName, ObjectName> Joined,
    IReadOnlyDictionary<ObjectName, ObjectName?> Tables,
    IReadOnlyDictionary<ColumnName, string?> Columns,
    IReadOnlyDictionary<ObjectName, ObjectName> JoinedSequences,
    IReadOnlyDictionary<ObjectName, ObjectName?> Sequences)
{
    /// <summary>The schema of names without one; null where there are no schemas.</summary>
    public string? DefaultSchema { get; init; }

    /// <summary>What is left to compare.</summary>
    public SchemaMatch Match(SchemaState from, SchemaState to)
    {
        var columns = Columns.ToLookup(c => c.Key.Table);
        var tables = Joined.Select(j => ColumnMatcher.Match(
            from.Tables[j.Key], to.Tables[j.Value],
            columns[j.Key].ToDictionary(c => c.Key.Column, c => c.Value, StringComparer.Ordinal)));
        return new(from, to, tables, new SequenceMatch(from, to, JoinedSequences));
    }

    /// <summary>The same decisions the other way round; what was dropped and came again under its name is no more the same on the way back.</summary>
    /// <param name="to">The schema after.</param>
    public DiffDecisions Reverse(SchemaState to)
        => new()
        {
            IsReverse = true,
            Renames =
            [
                .. Reverse(Tables, Joined, to.Tables.ContainsKey),
                .. Reverse(Sequences, JoinedSequences, to.Sequences.ContainsKey),
                .. from column in Columns
                   let table = Joined[column.Key.Table]
                   where column.Value is not null || IsReplaced(column.Key, to.Tables[table])
                   select new RenameDecision(new ColumnName(table, column.Value ?? column.Key.Column).ToString(), column.Value is null ? null : column.Key.Column),
            ],
        };

    private IEnumerable<RenameDecision> Reverse(IReadOnlyDictionary<ObjectName, ObjectName?> decided, IReadOnlyDictionary<ObjectName, ObjectName> joined, Func<ObjectName, bool> isThere)
    {
        var kept = joined.Values.ToHashSet();
        return from item in decided
               where item.Value is not null || (isThere(item.Key) && !kept.Contains(item.Key))
               select new RenameDecision(Format(item.Value ?? item.Key), item.Value is null ? null : Format(item.Key with { Schema = item.Key.Schema ?? (item.Value.Schema is null ? null : DefaultSchema) }));
    }

    private bool IsReplaced(ColumnName column, Table table)
        => table.FindColumn(column.Column) is not null && !Columns.Any(c => c.Key.Table == column.Table && c.Value == column.Column);

    private static string Format(ObjectName name) => DottedName.Format(name.Schema, name.Name);
}
