using System;
using System.Linq;
using DbMigrate.Engine.Schema;
using Index = DbMigrate.Engine.Schema.Index;

namespace DbMigrate.Engine.Tests.Generators.Postgres;

/// <summary>Facets that only PostgreSQL's indexes have.</summary>
internal static class PostgresIndexes
{
    /// <summary>The index with one more facet, where the one that was drawn fits.</summary>
    public static Index Adorn(Draw draw, Table table, Index index)
    {
        var first = table.FindColumn(index.Columns[0])!;
        var single = index.Columns.Count == 1 && !index.IsUnique && index.IsDescending.Count == 0 && index.Annotations.Count == 0;
        if (single && first.StoreType is "integer[]" or "jsonb")
            return single ? With(index, "IndexMethod", "gin") : index;
        return (first.StoreType == "text" && draw.Chance(50) ? draw.Pick([2, 5]) : draw.Below(8)) switch
        {
            0 when table.Columns.FirstOrDefault(c => !index.Columns.Contains(c.Name)) is { } other && IsTree(index) => With(index, "IndexInclude", new[] { other.Name }),
            1 or 6 when single => With(index, "IndexMethod", "hash"),
            2 when first.StoreType == "text" && IsTree(index) => With(index, "IndexOperators", index.Columns.Select((_, i) => i == 0 ? "text_pattern_ops" : null).ToArray()),
            3 when IsTree(index) => With(index, "IndexNullSortOrder", index.Columns.Select((_, i) => i > 0 ? "Unspecified" : index.IsDescending.Count > 0 && index.IsDescending[0] ? "NullsLast" : "NullsFirst").ToArray()),
            4 or 7 when index.IsUnique && index.Columns.Any(c => TableGenerator.IsDistinct(table.FindColumn(c)!) && !table.FindColumn(c)!.IsNullable) => With(index, "NullsDistinct", false),
            5 when first.StoreType == "text" => index with { Annotations = index.Annotations.With("Relational:Collation", index.Columns.Select((_, i) => i == 0 ? "POSIX" : null).ToArray()) },
            6 when index.Annotations["Npgsql:IndexMethod"] is null => With(index, "StorageParameter:fillfactor", 60),
            7 => With(index, "CreatedConcurrently", true),
            _ => index,
        };
    }

    /// <summary>The table with an index on an expression.</summary>
    public static Table AddRaw(Draw draw, Table table)
    {
        var column = draw.PickOrNull(table.Columns.Where(c => ColumnKind.SortOf(c) == ValueSort.Text && c.StoreType != "citext"));
        var name = "IX_" + table.Name.Name + "_lower";
        if (column is null || table.Indexes.Any(i => i.Name == name))
            return table;
        var sql = $"CREATE INDEX {SqlText.Quote(name)} ON {SqlText.Quote(table.Name)} (lower({SqlText.Quote(column.Name)}), ({SqlText.Quote(column.Name)} || '?'))";
        return table with { Indexes = table.Indexes.Add(new(name, []) { RawSql = SqlText.Normalize(sql) }) };
    }

    private static bool IsTree(Index index) => index.Annotations["Npgsql:IndexMethod"] is null;

    private static Index With(Index index, string facet, object value) => index with { Annotations = index.Annotations.With("Npgsql:" + facet, value) };
}
