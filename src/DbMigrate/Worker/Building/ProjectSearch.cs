using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Worker.Building;

/// <summary>Looks for a project that nobody named.</summary>
internal static class ProjectSearch
{
    /// <summary>As deep as <c>src/Group/App/App.csproj</c>; a search in a home folder must end soon.</summary>
    private const int Depth = 3;

    private const int MostNamed = 10;

    /// <summary>What builds and package managers write.</summary>
    private static readonly string[] Skipped = ["bin", "obj", "node_modules"];

    /// <summary>Full path of the project in a folder, or else of the only one below it; null where there is none.</summary>
    /// <exception cref="DbMigrateException"><c>TargetAmbiguous</c>: there are several.</exception>
    public static string? Find(string folder)
    {
        var own = ProjectsIn(folder);
        var found = own.Length > 0 ? own : [.. Below(folder, Depth)];
        return found.Length > 1 ? throw Ambiguous(folder, found) : found.FirstOrDefault();
    }

    private static IEnumerable<string> Below(string folder, int depth)
        => depth == 0 ? [] : Folders(folder).SelectMany(f => ProjectsIn(f).Concat(Below(f, depth - 1)));

    private static IEnumerable<string> Folders(string folder)
        => Readable(() => new DirectoryInfo(folder).GetDirectories())
            .Where(f => f.Name[0] != '.' && !Skipped.Contains(f.Name, StringComparer.OrdinalIgnoreCase) && (f.Attributes & (FileAttributes.ReparsePoint | FileAttributes.Hidden)) == 0)
            .Select(f => f.FullName).OrderBy(f => f, StringComparer.Ordinal);

    private static string[] ProjectsIn(string folder) => Readable(() => ProjectFinder.In(folder));

    // A folder that is closed to the user, or just gone, holds no project of his.
    private static T[] Readable<T>(Func<T[]> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            return [];
        }
    }

    private static DbMigrateException Ambiguous(string folder, string[] found)
    {
        var start = folder.TrimEnd(Path.DirectorySeparatorChar).Length + 1;
        var names = found.Select(f => f.Substring(start)).ToArray();
        var more = names.Length > MostNamed ? $" and {names.Length - MostNamed} more" : "";
        return ErrorCatalogue.TargetAmbiguous.Error(
            $"No target was named, and there are {found.Length} projects in or below {folder}: {string.Join(", ", names.Take(MostNamed))}{more}.",
            folder,
            $"Pass one with -Project, for example -Project '{names[0]}', or name it in the settings.");
    }
}
