using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Diff;

/// <summary>Values of seeded rows: whether they are the same, and as keys of dictionaries.</summary>
internal static class SeedKey
{
    /// <summary>A text that rows with the same values in these columns share.</summary>
    public static string Of(IEnumerable<object?> values) => string.Join('\u001f', values.Select(Text));

    /// <summary>Whether two values are the same in a database; <c>1</c> and <c>1L</c> are.</summary>
    public static bool Same(object? left, object? right) => SeedRow.ValueEquals(left, right);

    // The family of types keeps 1 and "1" apart.
    private static string Text(object? value) => value switch
    {
        null => "-",
        string text => "s" + text,
        byte[] bytes => "b" + Convert.ToHexString(bytes),
        IEnumerable items => "[" + string.Join('\u001e', items.Cast<object?>().Select(Text)) + "]",
        _ when IsInteger(value) => "i" + Convert.ToString(value, CultureInfo.InvariantCulture),
        IFormattable formattable => value.GetType().Name + formattable.ToString(value is DateTime or DateTimeOffset or TimeOnly ? "O" : null, CultureInfo.InvariantCulture),
        _ => value.GetType().Name + value,
    };

    private static bool IsInteger(object value) => Type.GetTypeCode(value.GetType()) is >= TypeCode.SByte and <= TypeCode.UInt64;
}
