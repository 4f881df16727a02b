using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Diff;

/// <summary>Joins the columns of a table that stays: as decided, else by name. Nothing else joins them.</summary>
internal static class ColumnMatcher
{
    /// <summary>The pair of a table before and after.</summary>
    /// <param name="old">The table before.</param>
    /// <param name="after">The table after.</param>
    /// <param name="decided">New names by old names; null for a column that goes.</param>
    public static TablePair Match(Table old, Table after, IReadOnlyDictionary<string, string?> decided)
    {
        var joined = decided.Where(d => d.Value is not null).ToDictionary(d => d.Key, d => d.Value!, StringComparer.Ordinal);
        var taken = joined.Values.ToHashSet(StringComparer.Ordinal);
        var names = after.Columns.Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var column in old.Columns)
        {
            if (!decided.ContainsKey(column.Name) && names.Contains(column.Name) && taken.Add(column.Name))
                joined.Add(column.Name, column.Name);
        }

        return new(old, after, joined);
    }
}
