namespace DbMigrate.Engine.Introspection.Postgres;

/// <summary>Which schemas of a database are read.</summary>
/// <param name="Condition">A condition on <c>pg_namespace n</c>.</param>
/// <param name="DefaultSchema">The schema whose objects are named without it; null for the first of the search path.</param>
internal sealed record CatalogScope(string Condition, string? DefaultSchema)
{
    /// <summary>All but the system's own and those of extensions.</summary>
    public static CatalogScope Everything(string? defaultSchema) => new(
        """
        n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast') AND n.nspname NOT LIKE 'pg\_temp\_%' AND n.nspname NOT LIKE 'pg\_toast\_temp\_%'
        AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e WHERE e.classid = 'pg_catalog.pg_namespace'::regclass AND e.objid = n.oid AND e.deptype = 'e')
        """,
        defaultSchema);

    /// <summary>The temporary objects of the session.</summary>
    public static CatalogScope Scratch(string schema) => new("n.oid = pg_catalog.pg_my_temp_schema()", schema);
}
