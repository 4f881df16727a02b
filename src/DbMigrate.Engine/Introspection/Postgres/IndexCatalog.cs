using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Introspection.Postgres;

/// <summary>Reads the indexes that no key made.</summary>
internal static class IndexCatalog
{
    // Bits of pg_index.indoption.
    private const int Descending = 1;
    private const int NullsFirst = 2;

    public static void Read(CatalogReader catalog, Dictionary<long, Table> tables)
    {
        foreach (var (id, index) in catalog.Query(Sql(catalog), r => (r.Id("table_id"), Index(r))))
        {
            if (tables.TryGetValue(id, out var table))
                tables[id] = table with { Indexes = table.Indexes.Add(index) };
        }
    }

    private static string Sql(CatalogReader catalog) => $"""
        SELECT i.indrelid::bigint AS table_id, x.relname::text AS name, i.indisunique AS is_unique, i.indisvalid AS is_valid, m.amname::text AS method,
            p.columns, p.operators, p.collations, p.options, {Included} AS included,
            pg_catalog.pg_get_expr(i.indpred, i.indrelid) AS filter, x.reloptions AS storage, s.spcname::text AS tablespace,
            coalesce((pg_catalog.to_jsonb(i) ->> 'indnullsnotdistinct')::boolean, false) AS nulls_not_distinct,
            i.indexprs IS NOT NULL AS has_expressions, pg_catalog.pg_get_indexdef(i.indexrelid, 0, true) AS statement
        FROM pg_catalog.pg_index i
        JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid
        JOIN pg_catalog.pg_class c ON c.oid = i.indrelid
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_catalog.pg_am m ON m.oid = x.relam
        LEFT JOIN pg_catalog.pg_tablespace s ON s.oid = x.reltablespace
        CROSS JOIN LATERAL (
            SELECT array_agg(coalesce(a.attname::text, '') ORDER BY k.number) AS columns,
                array_agg(CASE WHEN o.opcdefault THEN '' ELSE o.opcname::text END ORDER BY k.number) AS operators,
                array_agg(CASE WHEN i.indcollation[k.number - 1] IN (0, coalesce(a.attcollation, 0)) THEN '' ELSE coalesce(l.collname::text, '') END ORDER BY k.number) AS collations,
                array_agg(i.indoption[k.number - 1]::integer ORDER BY k.number) AS options
            FROM generate_series(1, i.indnkeyatts) k(number)
            LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[k.number - 1] AND a.attnum <> 0
            JOIN pg_catalog.pg_opclass o ON o.oid = i.indclass[k.number - 1]
            LEFT JOIN pg_catalog.pg_collation l ON l.oid = i.indcollation[k.number - 1]) p
        WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND {catalog.Scope.Condition}
            AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
        ORDER BY i.indrelid, i.indexrelid
        """;

    private const string Included = """
        ARRAY(SELECT a.attname::text FROM generate_series(i.indnkeyatts + 1, i.indnatts) k(number)
            JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[k.number - 1] ORDER BY k.number)
        """;

    private static Index Index(CatalogRow row)
    {
        var validity = AnnotationSet.Empty.With(OperationAnnotations.Invalid, row.Flag("is_valid") ? null : true);
        if (row.Flag("has_expressions"))
            return new Index(row.Text("name"), []) { RawSql = SqlText.Normalize(row.Text("statement")), IsUnique = row.Flag("is_unique"), Annotations = validity };
        var options = row.Numbers("options");
        return new Index(row.Text("name"), row.Texts("columns").ToEquatableList())
        {
            IsUnique = row.Flag("is_unique"),
            IsDescending = options.Any(o => (o & Descending) != 0) ? options.Select(o => (o & Descending) != 0).ToEquatableList() : [],
            Filter = row.TextOrNull("filter") is { } filter ? SqlText.Normalize(filter) : null,
            Annotations = Facets(row, options, validity),
        };
    }

    private static AnnotationSet Facets(CatalogRow row, int[] options, AnnotationSet set)
    {
        foreach (var (name, value) in StorageParameters.Read(row.Texts("storage")).Items)
            set = set.With(name, value);
        return set
            .With("Npgsql:IndexMethod", row.Text("method") == "btree" ? null : row.Text("method"))
            .With("Npgsql:IndexOperators", Unusual(row.Texts("operators")))
            .With("Npgsql:IndexInclude", row.Texts("included") is { Length: > 0 } included ? included : null)
            .With("Npgsql:IndexNullSortOrder", options.Any(IsNullOrderUnusual) ? options.Select(NullOrder).ToArray() : null)
            .With("Npgsql:NullsDistinct", row.Flag("nulls_not_distinct") ? false : null)
            .With("Npgsql:Tablespace", row.TextOrNull("tablespace"))
            .With("Relational:Collation", Unusual(row.Texts("collations")));
    }

    private static string?[]? Unusual(string[] names) => names.All(n => n.Length == 0) ? null : [.. names.Select(n => n.Length == 0 ? null : n)];

    // NULL comes last in ascending order and first in descending order.
    private static bool IsNullOrderUnusual(int option) => (option & Descending) != 0 != ((option & NullsFirst) != 0);

    private static string NullOrder(int option)
        => !IsNullOrderUnusual(option) ? "Unspecified" : (option & NullsFirst) != 0 ? "NullsFirst" : "NullsLast";
}
