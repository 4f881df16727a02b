using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Diff;

/// <summary>Orders columns by what computed ones read.</summary>
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
