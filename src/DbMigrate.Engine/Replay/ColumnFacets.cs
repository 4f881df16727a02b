using System;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Replay;

/// <summary>Facets that name columns of their table.</summary>
internal static class ColumnFacets
{
    private static readonly string[] Names = ["Npgsql:IndexInclude", "Npgsql:TsVectorProperties"];

    /// <summary>The facets with a column's new name.</summary>
    public static AnnotationSet Follow(AnnotationSet facets, string from, string to)
        => Names.Where(n => facets[n] is string[] columns && columns.Contains(from, StringComparer.Ordinal)).Aggregate(
            facets,
            (set, n) => set.With(n, ((string[])set[n]!).Select(c => string.Equals(c, from, StringComparison.Ordinal) ? to : c).ToArray()));
}
