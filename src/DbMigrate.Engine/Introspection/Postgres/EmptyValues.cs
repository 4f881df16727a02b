using System;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Introspection.Postgres;

/// <summary>Values that stand for nothing in types whose values are text to EF Core or to scripts, but not any text to the server.</summary>
internal static class EmptyValues
{
    /// <summary>The value; null where the type's CLR type has one.</summary>
    /// <param name="storeType">The column's type.</param>
    /// <param name="type">Its CLR type.</param>
    /// <param name="state">The schema, which has the labels of enums: the first one is taken.</param>
    public static object? Of(string storeType, Type type, SchemaState state)
        => storeType is "json" or "jsonb" ? "{}"
            : state.Annotations["Npgsql:Enum:" + storeType.Replace("\"", "", StringComparison.Ordinal)] is string labels ? labels.Split(',')[0]
            : type == typeof(string) ? OfText(storeType.Split('(', 2), storeType)
            : null;

    // What a plug-in of the provider maps is text to scripts.
    private static string? OfText(string[] parts, string storeType) => parts[0].Split(' ')[0] switch
    {
        _ when storeType.EndsWith("[]", StringComparison.Ordinal) || parts[0].EndsWith("multirange", StringComparison.Ordinal) => "{}",
        "date" or "timestamp" => "-infinity",
        "time" => "00:00",
        "interval" => "0",
        "geometry" or "geography" => Shape(parts.Length > 1 ? parts[1].TrimEnd(')').Split(',') : []),
        var name when name.EndsWith("range", StringComparison.Ordinal) => "empty",
        _ => null,
    };

    private static string Shape(string[] facets)
        => (facets.Length > 1 ? $"SRID={facets[1].Trim()};" : "") + (facets.Length > 0 && !facets[0].StartsWith("geometry", StringComparison.OrdinalIgnoreCase) ? facets[0] : "GEOMETRYCOLLECTION") + " EMPTY";
}
