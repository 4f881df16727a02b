using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Diff;

/// <summary>Finds and orders columns by what computed ones read.</summary>
internal static class ComputedOrder
{
    /// <summary>Computed columns before those that they read: the order of dropping.</summary>
    public static IEnumerable<Column> ReadersFirst(IEnumerable<Column> columns)
    {
        var all = columns.ToList();
        return Sort(all).Reverse().Concat(all.Where(c => c.ComputedSql is null));
    }

    /// <summary>Computed columns after those that they read: the order of adding.</summary>
    public static IEnumerable<Column> ReadersLast(IEnumerable<Column> columns)
    {
        var all = columns.ToList();
        return all.Where(c => c.ComputedSql is null).Concat(Sort(all));
    }

    /// <summary>Those of the columns that any of the expressions reads, or one of those columns does.</summary>
    public static IReadOnlyCollection<Column> Sources(IReadOnlyCollection<Column> columns, IReadOnlyCollection<string> expressions)
    {
        var all = new HashSet<Column>();
        for (var found = columns.Where(c => expressions.Any(e => SqlMentions.Any(e, [c.Name]))).ToList(); found.Count > 0; found = [.. columns.Where(c => !all.Contains(c) && found.Exists(f => SqlMentions.Any(f.ComputedSql, [c.Name])))])
            all.UnionWith(found);
        return all;
    }

    private static IEnumerable<Column> Sort(List<Column> columns)
    {
        var open = columns.Where(c => c.ComputedSql is not null).ToList();
        var sorted = new List<Column>(open.Count);
        while (open.Count > 0)
        {
            var at = open.FindIndex(c => !open.Any(o => o.Name != c.Name && SqlMentions.Any(c.ComputedSql, [o.Name])));
            var next = open[at < 0 ? 0 : at];
            sorted.Add(next);
            open.Remove(next);
        }

        return sorted;
    }
}
