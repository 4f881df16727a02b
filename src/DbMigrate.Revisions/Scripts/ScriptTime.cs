using System;
using System.Linq;
using DbMigrate.Revisions.Errors;
using DbMigrate.Revisions.Settings;

namespace DbMigrate.Revisions.Scripts;

/// <summary>Times in the zone that the settings ask for.</summary>
public static class ScriptTime
{
    /// <summary>The same instant in a time zone.</summary>
    /// <param name="settings">With the zone's id, one of Windows or of IANA, whatever its case; empty for UTC.</param>
    /// <param name="time">The instant.</param>
    /// <exception cref="DbMigrateException"><c>SettingsInvalid</c>.</exception>
    public static DateTimeOffset In(MigrationSettings settings, DateTimeOffset time)
        => settings.TimeZone.Length == 0 ? time.ToUniversalTime() : TimeZoneInfo.ConvertTime(time, Find(settings));

    private static TimeZoneInfo Find(MigrationSettings settings)
    {
        var zone = settings.TimeZone;
        return TryFind(zone) ?? TryFind(zone.ToUpperInvariant())
            ?? TimeZoneInfo.GetSystemTimeZones().FirstOrDefault(z => string.Equals(z.Id, zone, StringComparison.OrdinalIgnoreCase))
            ?? throw ErrorCatalogue.SettingsInvalid.Error(
                $"Can't locate timezone: {zone} {settings.Where(nameof(settings.TimeZone))}", zone, "Set TimeZone in dbmigrate.psd1 to a zone that this system knows, or remove it for UTC.");
    }

    private static TimeZoneInfo? TryFind(string zone)
    {
        try
        {
            return TimeZoneInfo.FindSystemTimeZoneById(zone);
        }
        catch (Exception e) when (e is TimeZoneNotFoundException or InvalidTimeZoneException or System.Security.SecurityException)
        {
            return null;
        }
    }
}
