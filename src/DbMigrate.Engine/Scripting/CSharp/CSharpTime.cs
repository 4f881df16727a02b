using System;
using System.Globalization;

namespace DbMigrate.Engine.Scripting.CSharp;

/// <summary>Dates, times and intervals as C# expressions; fractions below a millisecond only where there are some.</summary>
internal static class CSharpTime
{
    /// <summary>The expression; null for what is no date or time.</summary>
    public static string? TryWrite(object value) => value switch
    {
        DateTime v => DateTime(v),
        DateTimeOffset v => $"new DateTimeOffset({DateTime(v.DateTime)}, {TimeSpan(v.Offset)})",
        DateOnly v => Invariant($"new DateOnly({v.Year}, {v.Month}, {v.Day})"),
        TimeOnly v => TimeOnly(v),
        TimeSpan v => TimeSpan(v),
        _ => null,
    };

    private static string DateTime(DateTime v)
    {
        var code = Invariant($"new DateTime({v.Year}, {v.Month}, {v.Day}, {v.Hour}, {v.Minute}, {v.Second}, {v.Millisecond}, DateTimeKind.{v.Kind})");
        var rest = v.Ticks % System.TimeSpan.TicksPerMillisecond;
        return rest == 0 ? code : Invariant($"{code}.AddTicks({rest})");
    }

    private static string TimeOnly(TimeOnly v)
        => v.Ticks % System.TimeSpan.TicksPerMillisecond == 0
            ? Invariant($"new TimeOnly({v.Hour}, {v.Minute}, {v.Second}, {v.Millisecond})")
            : Invariant($"new TimeOnly({v.Ticks}L)");

    private static string TimeSpan(TimeSpan v)
        => v.Ticks % System.TimeSpan.TicksPerMillisecond == 0
            ? Invariant($"new TimeSpan({v.Days}, {v.Hours}, {v.Minutes}, {v.Seconds}, {v.Milliseconds})")
            : Invariant($"new TimeSpan({v.Ticks}L)");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
