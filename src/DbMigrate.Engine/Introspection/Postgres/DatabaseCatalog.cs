using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Introspection.Postgres;

/// <summary>Reads the database itself: its collation, schemas, sequences, enums, ranges, extensions and collations.</summary>
internal static class DatabaseCatalog
{
    public static SchemaState Read(CatalogReader catalog, SchemaState state) => state with
    {
        Collation = catalog.Query("SELECT datcollate::text AS name FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database()", r => r.Text("name"))[0],
        Schemas = Schemas(catalog),
        Sequences = Sequences(catalog),
        Annotations = Types(catalog).Aggregate(AnnotationSet.Empty, (set, t) => set.With(t.Name, t.Value)),
    };

    private static ImmutableSortedSet<string> Schemas(CatalogReader catalog)
        => catalog.Query($"SELECT n.nspname::text AS name FROM pg_catalog.pg_namespace n WHERE {catalog.Scope.Condition}", r => r.Text("name"))
            .Where(s => s != catalog.DefaultSchema && s != "public").ToImmutableSortedSet(StringComparer.Ordinal);

    private static ImmutableSortedDictionary<ObjectName, Sequence> Sequences(CatalogReader catalog)
        => catalog.Query(
            $"""
            SELECT n.nspname::text AS schema, c.relname::text AS name, pg_catalog.format_type(s.seqtypid, NULL) AS type, s.seqstart AS start, s.seqincrement AS increment,
                s.seqmin AS minimum, s.seqmax AS maximum, s.seqcycle AS is_cyclic
            FROM pg_catalog.pg_sequence s
            JOIN pg_catalog.pg_class c ON c.oid = s.seqrelid
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE {catalog.Scope.Condition} AND {CatalogReader.NotOfExtension("pg_class", "c.oid")}
                AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend o WHERE o.classid = 'pg_catalog.pg_class'::regclass AND o.objid = c.oid AND o.refobjsubid > 0 AND o.deptype IN ('a', 'i'))
            """,
            r => Sequence(catalog, r)).ToImmutableSortedDictionary(s => s.Name, s => s);

    private static Sequence Sequence(CatalogReader catalog, CatalogRow row)
    {
        var (increment, largest) = (row.NumberOrNull("increment")!.Value, Identity.Largest(row.Text("type")));
        var (minimum, maximum) = increment > 0 ? (1L, largest) : (-largest - 1, -1L);
        return new Sequence(catalog.Name(row.Text("schema"), row.Text("name")), row.Text("type") switch { "smallint" => typeof(short), "integer" => typeof(int), _ => typeof(long) })
        {
            StartValue = row.NumberOrNull("start")!.Value,
            IncrementBy = (int)increment,
            MinValue = row.NumberOrNull("minimum") is { } lowest && lowest != minimum ? lowest : null,
            MaxValue = row.NumberOrNull("maximum") is { } highest && highest != maximum ? highest : null,
            IsCyclic = row.Flag("is_cyclic"),
        };
    }

    // As the provider serializes them in the annotations of AlterDatabase.
    private static List<(string Name, string Value)> Types(CatalogReader catalog)
        => catalog.Query(
            $"""
            SELECT 'Enum' AS kind, n.nspname::text AS schema, t.typname::text AS name, string_agg(e.enumlabel::text, ',' ORDER BY e.enumsortorder) AS value
            FROM pg_catalog.pg_enum e
            JOIN pg_catalog.pg_type t ON t.oid = e.enumtypid
            JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
            WHERE {catalog.Scope.Condition} AND {CatalogReader.NotOfExtension("pg_type", "t.oid")}
            GROUP BY 2, 3
            UNION ALL
            SELECT 'PostgresExtension', n.nspname::text, x.extname::text, ',,'
            FROM pg_catalog.pg_extension x
            JOIN pg_catalog.pg_namespace n ON n.oid = x.extnamespace
            WHERE x.extname <> 'plpgsql'
            UNION ALL
            SELECT 'Range', n.nspname::text, t.typname::text,
                concat_ws(',', pg_catalog.format_type(r.rngsubtype, NULL), CASE WHEN r.rngcanonical = 0 THEN '' ELSE r.rngcanonical::text END, CASE WHEN o.opcdefault THEN '' ELSE o.opcname::text END,
                    CASE WHEN r.rngcollation IN (0, s.typcollation) THEN '' ELSE l.collname::text END, CASE WHEN r.rngsubdiff = 0 THEN '' ELSE r.rngsubdiff::text END)
            FROM pg_catalog.pg_range r
            JOIN pg_catalog.pg_type t ON t.oid = r.rngtypid
            JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
            JOIN pg_catalog.pg_type s ON s.oid = r.rngsubtype
            JOIN pg_catalog.pg_opclass o ON o.oid = r.rngsubopc
            LEFT JOIN pg_catalog.pg_collation l ON l.oid = r.rngcollation
            WHERE {catalog.Scope.Condition} AND {CatalogReader.NotOfExtension("pg_type", "t.oid")}
            UNION ALL
            SELECT 'CollationDefinition', n.nspname::text, l.collname::text,
                concat_ws(',', coalesce(pg_catalog.to_jsonb(l) ->> 'colliculocale', pg_catalog.to_jsonb(l) ->> 'colllocale', l.collcollate),
                    coalesce(pg_catalog.to_jsonb(l) ->> 'colliculocale', pg_catalog.to_jsonb(l) ->> 'colllocale', l.collctype),
                    CASE l.collprovider WHEN 'i' THEN 'icu' WHEN 'c' THEN 'libc' ELSE 'builtin' END, CASE WHEN l.collisdeterministic THEN '' ELSE 'False' END)
            FROM pg_catalog.pg_collation l
            JOIN pg_catalog.pg_namespace n ON n.oid = l.collnamespace
            WHERE {catalog.Scope.Condition}
            """,
            r => (Name(catalog, r), r.Text("value")));

    private static string Name(CatalogReader catalog, CatalogRow row)
        => string.Create(CultureInfo.InvariantCulture, $"Npgsql:{row.Text("kind")}:{catalog.Name(row.Text("schema"), row.Text("name"))}");
}
