using System;
using System.Collections.Generic;

namespace DbMigrate.Engine.Sql.Postgres;

/// <summary>How the values of a column go to another type.</summary>
internal static class Conversion
{
    private static readonly HashSet<string> Numbers = new(StringComparer.Ordinal) { "smallint", "integer", "bigint", "numeric", "real", "double precision" };
    private static readonly HashSet<string> Texts = new(StringComparer.Ordinal) { "text", "character varying", "character", "citext", "name" };
    private static readonly HashSet<string> Times = new(StringComparer.Ordinal) { "date", "timestamp without time zone", "timestamp with time zone" };

    private static readonly Dictionary<string, string> Aliases = new(StringComparer.Ordinal)
    {
        ["int"] = "integer",
        ["int4"] = "integer",
        ["int8"] = "bigint",
        ["int2"] = "smallint",
        ["decimal"] = "numeric",
        ["float4"] = "real",
        ["float8"] = "double precision",
        ["varchar"] = "character varying",
        ["char"] = "character",
        ["bool"] = "boolean",
        ["timestamptz"] = "timestamp with time zone",
        ["timestamp"] = "timestamp without time zone",
    };

    /// <summary>
    /// The expression that gives the new value; null where the server converts by itself, which fails where a cast would
    /// cut a text. A value that the new type cannot hold is the server's error.
    /// </summary>
    /// <param name="column">The column in quotes.</param>
    /// <param name="from">Its type.</param>
    /// <param name="to">The new type.</param>
    public static string? Expression(string column, string from, string to)
    {
        var (before, after) = (Plain(from), Plain(to));
        if (Same(before, after) || Texts.Contains(after))
            return null;
        if (Texts.Contains(before))
            return $"{column}::{to}";
        if (before == "boolean" && Numbers.Contains(after))
            return $"{column}::integer::{to}";
        if (Numbers.Contains(before) && after == "boolean")
            return $"{column} <> 0";

        // Types between which the server has no cast can often read each other's text.
        return $"{column}::text::{to}";
    }

    /// <summary>Whether a type is one of numbers.</summary>
    /// <param name="type">The type.</param>
    public static bool IsNumber(string type) => Numbers.Contains(Plain(type));

    /// <summary>Whether a type is one of texts.</summary>
    /// <param name="type">The type.</param>
    public static bool IsText(string type) => Texts.Contains(Plain(type));

    private static bool Same(string before, string after)
        => before == after || (Numbers.Contains(before) && Numbers.Contains(after)) || (Times.Contains(before) && Times.Contains(after));

    /// <summary>The server's own name of a type without length and precision: <c>timestamp(3) with time zone</c> is a <c>timestamp with time zone</c>.</summary>
    /// <param name="type">The type.</param>
    public static string Plain(string type)
    {
        var open = type.IndexOf('(', StringComparison.Ordinal);
        var close = type.IndexOf(')', StringComparison.Ordinal);
        var plain = open < 0 || close < open ? type : type[..open] + type[(close + 1)..];
        return Aliases.GetValueOrDefault(plain.Trim(), plain.Trim());
    }
}
