using System;
using System.Globalization;
using System.Linq;

namespace DbMigrate.Engine.Introspection.Postgres;

/// <summary>How a column numbers its rows, in the words of the provider's annotations.</summary>
internal static class Identity
{
    /// <summary>The strategy; null for none.</summary>
    /// <param name="row">A row of columns.</param>
    /// <param name="expression">The column's default.</param>
    public static string? Strategy(CatalogRow row, string? expression) => row.Text("identity") switch
    {
        "a" => "IdentityAlwaysColumn",
        "d" => "IdentityByDefaultColumn",
        _ => row.TextOrNull("sequence_kind") == "a" && expression?.StartsWith("nextval(", StringComparison.Ordinal) == true ? "SerialColumn" : null,
    };

    /// <summary>The options of an identity's sequence as the provider serializes them; null where all are usual.</summary>
    /// <param name="row">A row of columns.</param>
    public static string? Options(CatalogRow row)
    {
        if (row.Text("identity").Length == 0 || row.NumberOrNull("sequence_start") is not { } start)
            return null;
        var (increment, minimum, maximum) = (row.NumberOrNull("sequence_increment")!.Value, row.NumberOrNull("sequence_minimum")!.Value, row.NumberOrNull("sequence_maximum")!.Value);
        var (usualMinimum, usualMaximum) = increment > 0 ? (1L, Largest(row.Text("type"))) : (-Largest(row.Text("type")) - 1, -1L);
        var usualStart = increment > 0 ? minimum : maximum;
        object?[] options =
        [
            start == usualStart ? null : start,
            increment,
            minimum == usualMinimum ? null : minimum,
            maximum == usualMaximum ? null : maximum,
            row.Flag("sequence_is_cyclic"),
            row.NumberOrNull("sequence_cache") ?? 1,
        ];
        return options is [null, 1L, null, null, false, 1L]
            ? null
            : string.Join(", ", options.Select(o => "'" + Convert.ToString(o, CultureInfo.InvariantCulture) + "'"));
    }

    /// <summary>The largest value of an integer type.</summary>
    /// <param name="type">The type's name.</param>
    public static long Largest(string type) => type switch
    {
        "smallint" => short.MaxValue,
        "integer" => int.MaxValue,
        _ => long.MaxValue,
    };
}
