using System;
using System.Collections.Generic;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations;

namespace DbMigrate.Engine.Introspection.Postgres;

/// <summary>Reads keys, foreign keys and checks. Exclusion constraints are nothing that EF Core knows.</summary>
internal static class ConstraintCatalog
{
    public static void Read(CatalogReader catalog, Dictionary<long, Table> tables)
    {
        foreach (var (id, add) in catalog.Query(Sql(catalog), r => (r.Id("table_id"), Reader(catalog, r))))
        {
            if (tables.TryGetValue(id, out var table))
                tables[id] = add(table);
        }
    }

    private static string Sql(CatalogReader catalog) => $"""
        SELECT k.conrelid::bigint AS table_id, k.conname::text AS name, k.contype::text AS kind, {Names("k.conkey", "k.conrelid")} AS columns,
            fn.nspname::text AS principal_schema, f.relname::text AS principal_table, {Names("k.confkey", "k.confrelid")} AS principal_columns,
            k.confdeltype::text AS on_delete, k.confupdtype::text AS on_update, k.condeferrable AS is_deferrable, k.condeferred AS is_deferred,
            k.convalidated AS is_valid, pg_catalog.pg_get_expr(k.conbin, k.conrelid) AS condition,
            coalesce((pg_catalog.to_jsonb(i) ->> 'indnullsnotdistinct')::boolean, false) AS nulls_not_distinct,
            {Names("(i.indkey::int2[])[i.indnkeyatts:]", "k.conrelid")} AS included
        FROM pg_catalog.pg_constraint k
        JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        LEFT JOIN pg_catalog.pg_class f ON f.oid = k.confrelid
        LEFT JOIN pg_catalog.pg_namespace fn ON fn.oid = f.relnamespace
        LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = k.conindid AND k.contype IN ('p', 'u')
        WHERE k.contype IN ('p', 'u', 'f', 'c') AND k.conparentid = 0 AND {catalog.Scope.Condition}
        ORDER BY k.conrelid, k.oid
        """;

    private static string Names(string numbers, string table) => $"""
        ARRAY(SELECT x.attname::text FROM unnest({numbers}) WITH ORDINALITY u(number, position)
            JOIN pg_catalog.pg_attribute x ON x.attrelid = {table} AND x.attnum = u.number ORDER BY u.position)
        """;

    private static Func<Table, Table> Reader(CatalogReader catalog, CatalogRow row)
    {
        switch (row.Text("kind"))
        {
            case "p":
                var primary = Key(row);
                return t => t with { PrimaryKey = primary };
            case "u":
                var unique = Key(row);
                return t => t with { UniqueConstraints = t.UniqueConstraints.Add(unique) };
            case "f":
                var foreign = ForeignKey(catalog, row);
                return t => t with { ForeignKeys = t.ForeignKeys.Add(foreign) };
            default:
                var check = new Check(row.Text("name"), SqlText.Normalize(row.Text("condition"))) { Annotations = NotValid(row) };
                return t => t with { Checks = t.Checks.Add(check) };
        }
    }

    private static Key Key(CatalogRow row) => new(row.Text("name"), row.Texts("columns").ToEquatableList())
    {
        Annotations = Deferrable(row)
            .With("Npgsql:NullsDistinct", row.Flag("nulls_not_distinct") ? false : null)
            .With("Npgsql:IndexInclude", row.Texts("included") is { Length: > 0 } included ? included : null),
    };

    private static ForeignKey ForeignKey(CatalogReader catalog, CatalogRow row)
        => new(row.Text("name"), row.Texts("columns").ToEquatableList(), catalog.Name(row.Text("principal_schema"), row.Text("principal_table")), row.Texts("principal_columns").ToEquatableList())
        {
            OnDelete = Action(row.Text("on_delete")),
            OnUpdate = Action(row.Text("on_update")),
            Annotations = Combine(Deferrable(row), NotValid(row)),
        };

    private static AnnotationSet Deferrable(CatalogRow row)
        => AnnotationSet.Empty.With(OperationAnnotations.Deferrable, row.Flag("is_deferrable") ? row.Flag("is_deferred") ? "DEFERRABLE INITIALLY DEFERRED" : "DEFERRABLE" : null);

    private static AnnotationSet NotValid(CatalogRow row)
        => AnnotationSet.Empty.With(OperationAnnotations.NotValid, row.Flag("is_valid") ? null : true);

    private static AnnotationSet Combine(AnnotationSet left, AnnotationSet right)
    {
        foreach (var (name, value) in right.Items)
            left = left.With(name, value);
        return left;
    }

    private static ReferentialAction Action(string code) => code switch
    {
        "r" => ReferentialAction.Restrict,
        "c" => ReferentialAction.Cascade,
        "n" => ReferentialAction.SetNull,
        "d" => ReferentialAction.SetDefault,
        _ => ReferentialAction.NoAction,
    };
}
