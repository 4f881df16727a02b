using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Introspection.Postgres;

/// <summary>Reads columns with their defaults, generation, identity and comments.</summary>
internal static class ColumnCatalog
{
    public static void Read(CatalogReader catalog, Dictionary<long, Table> tables)
    {
        foreach (var group in catalog.Query(Sql(catalog), r => (Table: r.Id("table_id"), Column: Column(r))).GroupBy(c => c.Table))
        {
            if (tables.TryGetValue(group.Key, out var table))
                tables[group.Key] = table with { Columns = group.Select(c => c.Column).ToEquatableList() };
        }
    }

    // What later versions added is asked for as JSON, so that one query serves all of them.
    private static string Sql(CatalogReader catalog) => $"""
        SELECT a.attrelid::bigint AS table_id, a.attname::text AS name, pg_catalog.format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull AS is_required,
            pg_catalog.pg_get_expr(d.adbin, d.adrelid) AS expression, a.attgenerated::text AS generated, a.attidentity::text AS identity,
            CASE WHEN a.attcollation <> t.typcollation THEN l.collname::text END AS collation,
            nullif(pg_catalog.to_jsonb(a) ->> 'attcompression', '') AS compression, pg_catalog.col_description(a.attrelid, a.attnum) AS comment,
            q.kind::text AS sequence_kind, q.start AS sequence_start, q.increment AS sequence_increment, q.minimum AS sequence_minimum,
            q.maximum AS sequence_maximum, coalesce(q.is_cyclic, false) AS sequence_is_cyclic, q.cache AS sequence_cache
        FROM pg_catalog.pg_attribute a
        JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
        LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
        LEFT JOIN pg_catalog.pg_collation l ON l.oid = a.attcollation
        LEFT JOIN LATERAL (
            SELECT o.deptype AS kind, s.seqstart AS start, s.seqincrement AS increment, s.seqmin AS minimum, s.seqmax AS maximum, s.seqcycle AS is_cyclic, s.seqcache AS cache
            FROM pg_catalog.pg_depend o
            JOIN pg_catalog.pg_sequence s ON s.seqrelid = o.objid
            WHERE o.classid = 'pg_catalog.pg_class'::regclass AND o.refclassid = 'pg_catalog.pg_class'::regclass
                AND o.refobjid = a.attrelid AND o.refobjsubid = a.attnum AND o.deptype IN ('a', 'i')
            ORDER BY o.deptype DESC, o.objid
            LIMIT 1) q ON true
        WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND a.attnum > 0 AND NOT a.attisdropped AND {catalog.Scope.Condition}
        ORDER BY a.attrelid, a.attnum
        """;

    private static Column Column(CatalogRow row)
    {
        var expression = row.TextOrNull("expression");
        var generated = row.Text("generated");
        var strategy = Identity.Strategy(row, expression);
        return new Column
        {
            Name = row.Text("name"),
            StoreType = row.Text("type"),
            IsNullable = !row.Flag("is_required"),
            DefaultSql = generated.Length > 0 || strategy is not null || expression is null ? null : SqlText.Normalize(expression),
            ComputedSql = generated.Length > 0 ? SqlText.Normalize(expression!) : null,
            IsStored = string.Equals(generated, "s", StringComparison.Ordinal),
            Collation = row.TextOrNull("collation"),
            Comment = row.TextOrNull("comment"),
            Annotations = AnnotationSet.Empty
                .With("Npgsql:ValueGenerationStrategy", strategy)
                .With("Npgsql:IdentitySequenceOptions", Identity.Options(row))
                .With("Npgsql:Compression:", Compression(row.TextOrNull("compression"))),
        };
    }

    private static string? Compression(string? code) => code switch { null => null, "p" => "pglz", "l" => "lz4", _ => code };
}
