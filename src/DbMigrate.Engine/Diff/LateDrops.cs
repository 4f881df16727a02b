using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Diff;

/// <summary>
/// Columns that go last. What a computed column reads must last until that reads something else or keeps its values as an
/// ordinary one; and a table must not be without columns in between.
/// </summary>
internal static class LateDrops
{
    /// <summary>Those of a table that stays.</summary>
    public static IReadOnlyCollection<Column> Of(TablePair pair)
    {
        var late = ComputedOrder.Sources(pair.Dropped, [.. pair.Kept.Select(k => k.Old.ComputedSql).OfType<string>()]);
        return pair.Kept.Any(k => k.Old.ComputedSql is null)
            ? late
            : [.. late.Union(pair.Dropped.Where(c => c.ComputedSql is null && !pair.ReplacedNames.Contains(c.Name)))];
    }
}
