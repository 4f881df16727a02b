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

    /// <summary>The same renames the other way round.</summary>
    public DiffDecisions Reverse() => new()
    {
        IsReverse = true,
        Renames =
        [
            .. Tables.Where(t => t.Value is not null).Select(t => new RenameDecision(DottedName.Format(t.Value!.Value.Schema, t.Value.Value.Name), DottedName.Format(t.Key.Schema, t.Key.Name))),
            .. Columns.Where(c => c.Value is not null).Select(c => new RenameDecision(new ColumnName(Joined[c.Key.Table], c.Value!).ToString(), c.Key.Column)),
        ],
    };
}
