using System;
using System.Globalization;

namespace DbMigrate.Engine.Apply;

/// <summary>Times that are kept as round-trip text, for messages.</summary>
internal static class TimeText
{
    /// <summary>The time in UTC, to the second; what is no time is left as it is.</summary>
    public static string Of(string text)
        => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
            ? at.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture)
            : text;
}
