using System.Collections.Generic;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Introspection.Postgres;

/// <summary>Reads tables: those that stand for themselves, no partitions of others.</summary>
internal static class TableCatalog
{
    public static Dictionary<long, Table> Read(CatalogReader catalog)
    {
        var tables = new Dictionary<long, Table>();
        foreach (var (id, table) in catalog.Query(Sql(catalog), r => (r.Id("id"), Table(catalog, r))))
            tables.Add(id, table);
        return tables;
    }

    private static string Sql(CatalogReader catalog) => $"""
        SELECT c.oid::bigint AS id, n.nspname::text AS schema, c.relname::text AS name, c.relpersistence = 'u' AS is_unlogged,
            c.reloptions AS options, t.spcname::text AS tablespace, pg_catalog.obj_description(c.oid, 'pg_class') AS comment
        FROM pg_catalog.pg_class c
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        LEFT JOIN pg_catalog.pg_tablespace t ON t.oid = c.reltablespace
        WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND {catalog.Scope.Condition} AND {CatalogReader.NotOfExtension("pg_class", "c.oid")}
        """;

    private static Table Table(CatalogReader catalog, CatalogRow row)
    {
        var annotations = StorageParameters.Read(row.Texts("options"))
            .With("Npgsql:UnloggedTable", row.Flag("is_unlogged") ? true : null)
            .With("Npgsql:Tablespace", row.TextOrNull("tablespace"));
        return new Table
        {
            Name = catalog.Name(row.Text("schema"), row.Text("name")),
            Comment = row.TextOrNull("comment"),
            Annotations = annotations,
        };
    }
}
