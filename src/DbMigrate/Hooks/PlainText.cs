using System;
using System.Collections.Generic;
using System.Globalization;

namespace DbMigrate.Hooks;

/// <summary>The values that every PowerShell has, as invariant text from which they come back exactly.</summary>
internal static class PlainText
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    private static readonly Dictionary<string, (Func<object, string> Write, Func<string, object> Read, Type Type)> ByName = new(StringComparer.Ordinal);

    static PlainText()
    {
        Add<string>(v => v, t => t);
        Add<char>(v => v.ToString(), t => t[0]);
        Add<bool>(v => v ? "true" : "false", t => t == "true");
        AddNumber(t => byte.Parse(t, Invariant));
        AddNumber(t => sbyte.Parse(t, Invariant));
        AddNumber(t => short.Parse(t, Invariant));
        AddNumber(t => ushort.Parse(t, Invariant));
        AddNumber(t => int.Parse(t, Invariant));
        AddNumber(t => uint.Parse(t, Invariant));
        AddNumber(t => long.Parse(t, Invariant));
        AddNumber(t => ulong.Parse(t, Invariant));
        AddNumber(t => decimal.Parse(t, NumberStyles.Float, Invariant));
        Add<float>(v => v.ToString("R", Invariant), t => float.Parse(t, Invariant));
        Add<double>(v => v.ToString("R", Invariant), t => double.Parse(t, Invariant));
        Add<DateTime>(v => v.ToString("O", Invariant), t => DateTime.Parse(t, Invariant, DateTimeStyles.RoundtripKind));
        Add<DateTimeOffset>(v => v.ToString("O", Invariant), t => DateTimeOffset.Parse(t, Invariant, DateTimeStyles.RoundtripKind));
        Add<TimeSpan>(v => v.ToString("c", Invariant), t => TimeSpan.ParseExact(t, "c", Invariant));
        Add<Guid>(v => v.ToString("D"), t => Guid.Parse(t));
        Add<byte[]>(Convert.ToBase64String, Convert.FromBase64String);
    }

    public static bool IsKnown(Type type) => ByName.ContainsKey(type.FullName);

    /// <summary>The element of an array type whose elements are known; null for other types.</summary>
    public static Type? ElementOf(string type) => type.EndsWith("[]", StringComparison.Ordinal) && ByName.TryGetValue(type.Substring(0, type.Length - 2), out var known) ? known.Type : null;

    public static string? TryWrite(object value) => ByName.TryGetValue(value.GetType().FullName, out var known) ? known.Write(value) : null;

    public static bool TryRead(string type, string text, out object? value)
    {
        value = ByName.TryGetValue(type, out var known) ? known.Read(text) : null;
        return value is not null;
    }

    private static void Add<T>(Func<T, string> write, Func<string, T> read)
        where T : notnull
        => ByName.Add(typeof(T).FullName, (v => write((T)v), t => read(t), typeof(T)));

    private static void AddNumber<T>(Func<string, T> read)
        where T : struct, IFormattable
        => Add(v => v.ToString(null, Invariant), read);
}
