using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Diff;

/// <summary>Names that somebody may have meant who wrote one that does not exist.</summary>
internal static class NameHints
{
    private const int MostNames = 8;

    /// <summary>What there is instead of a column or table, to stand behind a sentence; empty for nothing.</summary>
    /// <param name="state">Where it was looked up.</param>
    /// <param name="parts">What was written.</param>
    /// <param name="defaultSchema">The schema whose objects are named without it.</param>
    /// <param name="tables">How a list of tables begins.</param>
    /// <param name="columns">How a list of columns begins, behind the name of their table.</param>
    public static string OfColumns(SchemaState state, IReadOnlyList<string> parts, string? defaultSchema, string tables, string columns)
    {
        if (parts.Count > 1 && NameLookup.Tables(state, [.. parts.SkipLast(1)], defaultSchema) is [var table])
            return List($"; {table} {columns}", parts[^1], state.Tables[table].Columns.Select(c => c.Name));
        var owned = state.Tables.Values.SelectMany(t => NameLookup.Best(t.Columns, c => c.Name, parts.Count == 1 ? parts[0] : "").Select(c => new ColumnName(t.Name, c.Name).ToString())).ToList();
        return owned.Count > 0
            ? List("; a column stands behind its table: ", parts[0], owned)
            : List("; " + tables, string.Join('.', parts.Count > 1 ? parts.SkipLast(1) : parts), state.Tables.Keys.Select(t => t.ToString()));
    }

    /// <summary>A list of names; of many those that are most like what was written.</summary>
    public static string List(string start, string written, IEnumerable<string> names)
    {
        var all = names.ToList();
        if (all.Count <= MostNames)
            return all.Count == 0 ? "" : start + string.Join(", ", all);
        return start + string.Join(", ", all.OrderBy(n => Distance(written, n)).Take(MostNames)) + $" and {all.Count - MostNames} more";
    }

    // How many letters one must change, add or leave out (Levenshtein); without case and underscores, which nobody gets wrong alone.
    private static int Distance(string left, string right)
    {
        var (from, to) = (NameLikeness.Reduce(left), NameLikeness.Reduce(right));
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (from[i - 1] == to[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }
}
