using System;
using System.Collections.Generic;
using System.Globalization;
using System.Reflection;

namespace DbMigrate.Engine.Diff;

/// <summary>Values of one-time fills in the CLR type of their column.</summary>
internal static class FillValue
{
    private static readonly Dictionary<Type, Func<string, object>> Parsers = new()
    {
        [typeof(string)] = t => t,
        [typeof(bool)] = t => t switch { "1" => true, "0" => false, _ => bool.Parse(t) },
        [typeof(char)] = t => char.Parse(t),
        [typeof(Guid)] = t => Guid.Parse(t),
        [typeof(DateTime)] = t => DateTime.Parse(t, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
        [typeof(DateTimeOffset)] = t => DateTimeOffset.Parse(t, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        [typeof(DateOnly)] = t => DateOnly.Parse(t, CultureInfo.InvariantCulture),
        [typeof(TimeOnly)] = t => TimeOnly.Parse(t, CultureInfo.InvariantCulture),
        [typeof(TimeSpan)] = t => TimeSpan.Parse(t, CultureInfo.InvariantCulture),
        [typeof(byte[])] = t => Convert.FromHexString(t.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? t[2..] : t),
    };

    /// <summary>The value that a person wrote, or null where the type has no such value.</summary>
    /// <param name="value">Invariant text or a plain object.</param>
    /// <param name="type">The column's CLR type.</param>
    public static object? Parse(object value, Type type)
    {
        if (type.IsInstanceOfType(value))
            return value;
        var text = value is IFormattable formattable ? formattable.ToString(null, CultureInfo.InvariantCulture) : value.ToString() ?? "";
        try
        {
            return Parsers.TryGetValue(type, out var parse) ? parse(text)
                : type.IsEnum ? Enum.Parse(type, text, ignoreCase: true)
                : Convert.ChangeType(text, type, CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is FormatException or OverflowException or ArgumentException or InvalidCastException)
        {
            return null;
        }
    }

    /// <summary>The value that stands for nothing: 0, '', an empty array.</summary>
    public static object DefaultOf(Type type)
        => type == typeof(string) ? ""
            : type.IsArray ? Array.CreateInstance(type.GetElementType()!, 0)
            : type.IsValueType ? Activator.CreateInstance(type)!
            : type.GetConstructor(BindingFlags.Public | BindingFlags.Instance, []) is { } create ? create.Invoke(null)
            : "";
}
