using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Introspection.Postgres;

/// <summary>Values that stand for nothing in types whose values are text to EF Core, but not any text to the server.</summary>
internal static class EmptyValues
{
    /// <summary>The value; null where the type's CLR type has one.</summary>
    /// <param name="storeType">The column's type.</param>
    /// <param name="state">The schema, which has the labels of enums: the first one is taken.</param>
    public static object? Of(string storeType, SchemaState state)
        => storeType is "json" or "jsonb"
            ? "{}"
            : state.Annotations["Npgsql:Enum:" + storeType.Replace("\"", "", System.StringComparison.Ordinal)] is string labels ? labels.Split(',')[0] : null;
}
