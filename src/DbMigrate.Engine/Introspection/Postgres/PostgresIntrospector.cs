using System.Collections.Immutable;
using System.Data.Common;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Introspection.Postgres;

/// <summary>Reads a PostgreSQL database with one query per kind of object, however many objects there are.</summary>
internal static class PostgresIntrospector
{
    public static SchemaState Read(DbConnection connection, string? defaultSchema)
    {
        var catalog = new CatalogReader(connection, CatalogScope.Everything(defaultSchema));
        return RoutineCatalog.Read(catalog, DatabaseCatalog.Read(catalog, SchemaState.Empty with { Tables = ReadTables(catalog) }));
    }

    public static ImmutableSortedDictionary<ObjectName, Table> ReadTables(CatalogReader catalog)
    {
        var tables = TableCatalog.Read(catalog);
        ColumnCatalog.Read(catalog, tables);
        ConstraintCatalog.Read(catalog, tables);
        IndexCatalog.Read(catalog, tables);
        return tables.Values.ToImmutableSortedDictionary(t => t.Name, t => t);
    }
}
