using System;
using System.Collections.Generic;
using System.Globalization;
using System.Numerics;

namespace DbMigrate.Engine.Hooks.Operations;

/// <summary>Single values as invariant text from which they come back exactly.</summary>
internal static class PlainScalar
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    private static readonly Dictionary<Type, (Func<object, string> Write, Func<string, object> Read)> ByType = new()
    {
        [typeof(string)] = (v => (string)v, t => t),
        [typeof(char)] = (v => v.ToString()!, t => char.Parse(t)),
        [typeof(bool)] = (v => (bool)v ? "true" : "false", t => bool.Parse(t)),
        [typeof(byte)] = Number(t => byte.Parse(t, Invariant)),
        [typeof(sbyte)] = Number(t => sbyte.Parse(t, Invariant)),
        [typeof(short)] = Number(t => short.Parse(t, Invariant)),
        [typeof(ushort)] = Number(t => ushort.Parse(t, Invariant)),
        [typeof(int)] = Number(t => int.Parse(t, Invariant)),
        [typeof(uint)] = Number(t => uint.Parse(t, Invariant)),
        [typeof(long)] = Number(t => long.Parse(t, Invariant)),
        [typeof(ulong)] = Number(t => ulong.Parse(t, Invariant)),
        [typeof(decimal)] = Number(t => decimal.Parse(t, NumberStyles.Float, Invariant)),
        [typeof(BigInteger)] = Number(t => BigInteger.Parse(t, Invariant)),
        [typeof(float)] = (v => ((float)v).ToString("R", Invariant), t => float.Parse(t, Invariant)),
        [typeof(double)] = (v => ((double)v).ToString("R", Invariant), t => double.Parse(t, Invariant)),
        [typeof(DateTime)] = (v => ((DateTime)v).ToString("O", Invariant), t => DateTime.Parse(t, Invariant, DateTimeStyles.RoundtripKind)),
        [typeof(DateTimeOffset)] = (v => ((DateTimeOffset)v).ToString("O", Invariant), t => DateTimeOffset.Parse(t, Invariant, DateTimeStyles.RoundtripKind)),
        [typeof(DateOnly)] = (v => ((DateOnly)v).ToString("O", Invariant), t => DateOnly.Parse(t, Invariant)),
        [typeof(TimeOnly)] = (v => ((TimeOnly)v).ToString("O", Invariant), t => TimeOnly.Parse(t, Invariant)),
        [typeof(TimeSpan)] = (v => ((TimeSpan)v).ToString("c", Invariant), t => TimeSpan.ParseExact(t, "c", Invariant)),
        [typeof(Guid)] = (v => ((Guid)v).ToString("D"), t => Guid.Parse(t)),
        [typeof(byte[])] = (v => Convert.ToBase64String((byte[])v), Convert.FromBase64String),
    };

    /// <summary>The text; null for a type of which there is none.</summary>
    public static string? TryWrite(object value) => value switch
    {
        Enum => value.ToString(),
        _ => ByType.TryGetValue(value.GetType(), out var known) ? known.Write(value) : null,
    };

    /// <exception cref="PlainFormException">It is no text of this type.</exception>
    public static object Read(Type type, string text)
    {
        try
        {
            if (type.IsEnum)
                return Enum.Parse(type, text, ignoreCase: true);
            return ByType.TryGetValue(type, out var known) ? known.Read(text) : throw new PlainFormException($"a value of type {type} cannot be used");
        }
        catch (Exception e) when (e is FormatException or OverflowException or ArgumentException)
        {
            throw new PlainFormException($"'{text}' is no {type.Name}", e);
        }
    }

    private static (Func<object, string>, Func<string, object>) Number(Func<string, object> read) => (v => ((IFormattable)v).ToString(null, Invariant), read);
}
