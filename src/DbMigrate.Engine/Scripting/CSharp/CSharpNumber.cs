using System;
using System.Globalization;

namespace DbMigrate.Engine.Scripting.CSharp;

/// <summary>Numbers as C# literals of exactly their type, because they are boxed.</summary>
internal static class CSharpNumber
{
    /// <summary>The literal; null for what is no number.</summary>
    public static string? TryWrite(object value) => value switch
    {
        byte n => "(byte)" + Text(n),
        sbyte n => "(sbyte)" + Text(n),
        short n => "(short)" + Text(n),
        ushort n => "(ushort)" + Text(n),
        int n => Text(n),
        uint n => Text(n) + "u",
        long n => Text(n) + "L",
        ulong n => Text(n) + "ul",
        decimal n => Text(n) + "m",
        float n => Single(n),
        double n => Double(n),
        _ => null,
    };

    private static string Single(float n)
        => float.IsNaN(n) ? "float.NaN"
            : float.IsInfinity(n) ? n > 0 ? "float.PositiveInfinity" : "float.NegativeInfinity"
            : n.ToString("R", CultureInfo.InvariantCulture) + "f";

    private static string Double(double n)
    {
        if (double.IsNaN(n))
            return "double.NaN";
        if (double.IsInfinity(n))
            return n > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity";

        var text = n.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().IndexOfAny('.', 'E') < 0 ? text + ".0" : text;
    }

    private static string Text(IFormattable n) => n.ToString(null, CultureInfo.InvariantCulture);
}
