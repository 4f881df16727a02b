using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;

namespace DbMigrate.Revisions.Scripts;

/// <summary>The folders that hold revision scripts.</summary>
public static class VersionLocations
{
    private static readonly StringComparer Comparer = RuntimeInformation.IsOSPlatform(OSPlatform.Linux) ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;

    /// <summary>A folder's full path without a separator at its end.</summary>
    /// <param name="path">A path, relative ones by the current folder of the process.</param>
    public static string Normalize(string path)
    {
        var full = Path.GetFullPath(path);
        return full == Path.GetPathRoot(full) ? full : full.TrimEnd(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
    }

    /// <summary>The locations without repetition.</summary>
    /// <param name="locations">Full paths.</param>
    public static IReadOnlyList<string> Distinct(IEnumerable<string> locations) => [.. locations.Select(Normalize).Distinct(Comparer)];

    /// <summary>What is odd about the locations without being an error, a sentence each.</summary>
    /// <param name="locations">Full paths.</param>
    public static IEnumerable<string> Problems(IReadOnlyList<string> locations)
        => locations.Select(Normalize).GroupBy(l => l, Comparer).Where(same => same.Skip(1).Any()).Select(same => $"The version location {same.Key} is listed more than once; it is read once.")
            .Concat(Distinct(locations).Where(l => !Directory.Exists(l)).Select(l => $"The version location {l} does not exist; it is taken as empty."));

    /// <summary>The location in which a folder or file lies, the innermost where one lies in another; null for none.</summary>
    /// <param name="locations">Full paths.</param>
    /// <param name="path">Full path.</param>
    public static string? Containing(IEnumerable<string> locations, string path)
        => Distinct(locations).Where(location => IsIn(Normalize(path), location)).OrderByDescending(location => location.Length).FirstOrDefault();

    /// <summary>Whether two paths name the same folder.</summary>
    /// <param name="one">Full path.</param>
    /// <param name="other">Full path.</param>
    public static bool AreSame(string one, string other) => Comparer.Equals(Normalize(one), Normalize(other));

    private static bool IsIn(string path, string location)
    {
        var folder = location + (location.EndsWith(Path.DirectorySeparatorChar.ToString(), StringComparison.Ordinal) ? "" : Path.DirectorySeparatorChar.ToString());
        return Comparer.Equals(path, location) || (path.Length > folder.Length && Comparer.Equals(path.Substring(0, folder.Length), folder));
    }
}
