using System.Collections.Generic;
using DbMigrate.Engine.Providers;

namespace DbMigrate.Engine.Introspection.Postgres;

/// <summary>Reads what a database has beyond tables, views and triggers, with one query.</summary>
internal static class GapCatalog
{
    public static IReadOnlyList<SchemaGap> Read(CatalogReader catalog)
        => catalog.Query(Sql(catalog), r => new SchemaGap(r.Text("kind"), catalog.Name(r.Text("schema"), r.Text("name")).ToString(), r.TextOrNull("statement"), r.Flag("is_before_tables")) { DropSql = r.TextOrNull("drop_statement") });

    private static string Sql(CatalogReader catalog) => $"""
        SELECT kind, schema::text, name::text, statement, is_before_tables, CASE kind
                WHEN 'domain' THEN format('DROP DOMAIN %I.%I', schema, name)
                WHEN 'composite type' THEN format('DROP TYPE %I.%I', schema, name)
                WHEN 'function' THEN format('DROP FUNCTION %s', oid::regprocedure)
                WHEN 'procedure' THEN format('DROP PROCEDURE %s', oid::regprocedure)
                WHEN 'aggregate' THEN format('DROP AGGREGATE %s', oid::regprocedure)
            END AS drop_statement FROM (
            SELECT 'domain' AS kind, n.nspname AS schema, t.typname AS name, format('CREATE DOMAIN %I.%I AS %s%s%s%s', n.nspname, t.typname, pg_catalog.format_type(t.typbasetype, t.typtypmod),
                    coalesce(' DEFAULT ' || t.typdefault, ''), CASE WHEN t.typnotnull THEN ' NOT NULL' ELSE '' END,
                    (SELECT string_agg(format(' CONSTRAINT %I %s', k.conname, pg_catalog.pg_get_constraintdef(k.oid)), '' ORDER BY k.conname) FROM pg_catalog.pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'c')) AS statement,
                true AS is_before_tables, 1 AS stage, t.oid
            FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
            WHERE t.typtype = 'd' AND {catalog.Scope.Condition} AND {CatalogReader.NotOfExtension("pg_type", "t.oid")}
            UNION ALL
            SELECT 'composite type', n.nspname, t.typname, format('CREATE TYPE %I.%I AS (%s)', n.nspname, t.typname,
                    (SELECT string_agg(format('%I %s', a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod)), ', ' ORDER BY a.attnum) FROM pg_catalog.pg_attribute a WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped)),
                true, 1, t.oid
            FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace JOIN pg_catalog.pg_class c ON c.oid = t.typrelid
            WHERE c.relkind = 'c' AND {catalog.Scope.Condition} AND {CatalogReader.NotOfExtension("pg_type", "t.oid")}
            UNION ALL
            SELECT CASE p.prokind WHEN 'p' THEN 'procedure' WHEN 'a' THEN 'aggregate' ELSE 'function' END, n.nspname, p.proname,
                CASE WHEN p.prokind <> 'a' THEN pg_catalog.pg_get_functiondef(p.oid)
                    ELSE (SELECT format('CREATE AGGREGATE %I.%I(%s) (SFUNC = %s, STYPE = %s%s%s)', n.nspname, p.proname, pg_catalog.pg_get_function_arguments(p.oid), g.aggtransfn::regproc,
                        pg_catalog.format_type(g.aggtranstype, NULL), CASE WHEN g.aggfinalfn <> 0 THEN ', FINALFUNC = ' || g.aggfinalfn::regproc ELSE '' END,
                        coalesce(', INITCOND = ' || quote_literal(g.agginitval), '')) FROM pg_catalog.pg_aggregate g WHERE g.aggfnoid = p.oid) END,
                pg_catalog.to_jsonb(p) ->> 'prosqlbody' IS NULL AND NOT EXISTS (
                    SELECT FROM pg_catalog.pg_type t LEFT JOIN pg_catalog.pg_type e ON e.oid = t.typelem JOIN pg_catalog.pg_class c ON c.oid IN (t.typrelid, e.typrelid)
                    WHERE c.relkind <> 'c' AND t.oid = ANY (p.prorettype || p.proargtypes::oid[] || coalesce(p.proallargtypes, ARRAY[]::oid[]))),
                CASE WHEN p.prokind = 'a' THEN 3 ELSE 2 END, p.oid
            FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
            WHERE {catalog.Scope.Condition} AND {CatalogReader.NotOfExtension("pg_proc", "p.oid")}
            UNION ALL
            SELECT 'materialized view', n.nspname, c.relname, NULL, false, 4, c.oid
            FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind = 'm' AND {catalog.Scope.Condition} AND {CatalogReader.NotOfExtension("pg_class", "c.oid")}
            UNION ALL
            SELECT CASE WHEN c.relispartition THEN 'partition' WHEN c.relkind = 'p' THEN 'partitioning' ELSE 'foreign table' END, n.nspname, c.relname, NULL, false, 4, c.oid
            FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE (c.relispartition AND c.relkind IN ('r', 'p') OR c.relkind IN ('p', 'f')) AND {catalog.Scope.Condition}
            UNION ALL
            SELECT 'inheritance', n.nspname, c.relname, NULL, false, 4, c.oid
            FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind = 'r' AND NOT c.relispartition AND EXISTS (SELECT FROM pg_catalog.pg_inherits h WHERE h.inhrelid = c.oid) AND {catalog.Scope.Condition}
            UNION ALL
            SELECT CASE k.contype WHEN 'x' THEN 'exclusion constraint' ELSE 'deferrable key' END, n.nspname, c.relname || '.' || k.conname, NULL, false, 4, k.oid
            FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_class c ON c.oid = k.conrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE (k.contype = 'x' OR k.contype IN ('p', 'u') AND k.condeferrable) AND {catalog.Scope.Condition}
            UNION ALL
            SELECT 'rule', n.nspname, c.relname || '.' || r.rulename, pg_catalog.pg_get_ruledef(r.oid), false, 4, r.oid
            FROM pg_catalog.pg_rewrite r JOIN pg_catalog.pg_class c ON c.oid = r.ev_class JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE r.rulename <> '_RETURN' AND {catalog.Scope.Condition} AND {CatalogReader.NotOfExtension("pg_class", "c.oid")}
            UNION ALL
            SELECT 'policy', n.nspname, c.relname || '.' || p.polname, NULL, false, 4, p.oid
            FROM pg_catalog.pg_policy p JOIN pg_catalog.pg_class c ON c.oid = p.polrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE {catalog.Scope.Condition}) g
        ORDER BY stage, oid
        """;
}
