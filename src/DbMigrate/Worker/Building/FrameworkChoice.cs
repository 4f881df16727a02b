using System;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Worker.Building;

/// <summary>Which framework of a project for several a worker can run.</summary>
internal static class FrameworkChoice
{
    private static readonly Version Oldest = new(8, 0);
    private static readonly Regex Name = new(@"^net(\d+\.\d+)(-windows[\d.]*)?$", RegexOptions.IgnoreCase);

    /// <summary>The newest that can be built and run here; of two of the same version, the one for any system.</summary>
    public static string Newest(string project, ProjectProperties properties)
    {
        var isWindows = RuntimeInformation.IsOSPlatform(OSPlatform.Windows);
        return properties.Frameworks
            .Select(name => (Name: name, Match: Name.Match(name))).Where(f => f.Match.Success)
            .Select(f => (f.Name, Version: Version.Parse(f.Match.Groups[1].Value), ForWindows: f.Match.Groups[2].Length > 0))
            .Where(f => f.Version >= Oldest && (properties.Newest is null || f.Version <= properties.Newest) && (isWindows || !f.ForWindows))
            .OrderByDescending(f => f.Version).ThenBy(f => f.ForWindows)
            .Select(f => f.Name).FirstOrDefault()
            ?? throw ErrorCatalogue.TargetNotFound.Error(
                $"'{project}' is built for {string.Join(", ", properties.Frameworks)}, of which none can be run here.",
                project,
                $"Install a .NET SDK for one of them that is .NET {Oldest} or later, or pass -Framework.");
    }
}
