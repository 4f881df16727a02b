using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Introspection.Postgres;

/// <summary>Reads views and triggers as statements.</summary>
internal static class RoutineCatalog
{
    public static SchemaState Read(CatalogReader catalog, SchemaState state)
    {
        var views = Views(catalog);
        return state with
        {
            Views = Of(views, materialized: false),
            MaterializedViews = Of(views, materialized: true),
            Triggers = Triggers(catalog),
        };
    }

    /// <summary>The statement that makes a view.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="definition">The server's text of its query.</param>
    public static string CreateView(ObjectName name, string definition)
        => SqlText.Normalize("CREATE VIEW " + Query(name, definition));

    private static string Query(ObjectName name, string definition) => $"{SqlText.Quote(name)} AS {definition.Trim().TrimEnd(';')}";

    private static ImmutableSortedDictionary<ObjectName, string> Of(List<(ObjectName Name, bool IsMaterialized, string Definition)> views, bool materialized)
        => views.Where(v => v.IsMaterialized == materialized)
            .ToImmutableSortedDictionary(v => v.Name, v => materialized ? MaterializedView.Create(Query(v.Name, v.Definition)) : CreateView(v.Name, v.Definition));

    private static List<(ObjectName Name, bool IsMaterialized, string Definition)> Views(CatalogReader catalog)
        => catalog.Query(
            $"""
            SELECT n.nspname::text AS schema, c.relname::text AS name, c.relkind = 'm' AS is_materialized, pg_catalog.pg_get_viewdef(c.oid) AS definition
            FROM pg_catalog.pg_class c
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('v', 'm') AND {catalog.Scope.Condition} AND {CatalogReader.NotOfExtension("pg_class", "c.oid")}
            """,
            r => (catalog.Name(r.Text("schema"), r.Text("name")), r.Flag("is_materialized"), r.Text("definition")));

    // The pretty form names the table as a person would; names of triggers are unique in their table alone.
    private static ImmutableSortedDictionary<ObjectName, Trigger> Triggers(CatalogReader catalog)
        => catalog.Query(
            $"""
            SELECT n.nspname::text AS schema, c.relname::text AS table_name, t.tgname::text AS name, pg_catalog.pg_get_triggerdef(t.oid, true) AS statement
            FROM pg_catalog.pg_trigger t
            JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE NOT t.tgisinternal AND NOT c.relispartition AND {catalog.Scope.Condition}
            """,
            r => Trigger(catalog.Name(r.Text("schema"), r.Text("table_name")), r.Text("name"), r.Text("statement")))
            .ToImmutableSortedDictionary(t => t.Name, t => t);

    private static Trigger Trigger(ObjectName table, string name, string statement)
        => new(PostgresText.TriggerName(table, name), table, SqlText.Normalize(statement));
}
