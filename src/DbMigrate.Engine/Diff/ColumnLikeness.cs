using System;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Diff;

/// <summary>How much two columns are alike in place and facets: no evidence by itself, but it tells candidates apart.</summary>
internal static class ColumnLikeness
{
    /// <summary>The points, always fewer than those of the weakest evidence.</summary>
    public static int Points(TablePair pair, Column old, Column added)
        => (old.StoreType == added.StoreType ? 10 : 0) + (HasSameFacets(old, added) ? 5 : 0) + (HasSamePlace(pair, old, added) ? 5 : 0);

    private static bool HasSameFacets(Column old, Column added)
        => old.IsNullable == added.IsNullable && old.DefaultSql == added.DefaultSql && old.ComputedSql == added.ComputedSql
            && old.Collation == added.Collation && old.Annotations.Equals(added.Annotations);

    // Behind the same column that stays, or before all of these.
    private static bool HasSamePlace(TablePair pair, Column old, Column added)
    {
        var before = pair.Old.Columns.TakeWhile(c => c.Name != old.Name).LastOrDefault(c => pair.Columns.ContainsKey(c.Name));
        var after = pair.New.Columns.TakeWhile(c => c.Name != added.Name).LastOrDefault(c => pair.OldNameOf(c.Name) is not null);
        return string.Equals(before is null ? null : pair.Columns[before.Name], after?.Name, StringComparison.Ordinal);
    }
}
