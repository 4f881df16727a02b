using System;
using System.IO;
using System.Linq;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Worker.Building;

/// <summary>Finds the project file that the user meant.</summary>
internal static class ProjectFinder
{
    private static readonly string[] Extensions = [".csproj", ".fsproj", ".vbproj"];

    /// <summary>A project file itself, or the only one in a folder.</summary>
    public static string Find(string path)
    {
        if (File.Exists(path))
        {
            return Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase)
                ? Path.GetFullPath(path)
                : throw ErrorCatalogue.TargetNotFound.Error($"'{path}' is no project file.", path, "Pass a .csproj with -Project, or a .dll with -Assembly.");
        }

        if (!Directory.Exists(path))
        {
            throw ErrorCatalogue.TargetNotFound.Error($"There is no project '{path}'.", path);
        }

        var found = In(path);
        return found.Length switch
        {
            1 => Path.GetFullPath(found[0]),
            0 => throw ErrorCatalogue.TargetNotFound.Error($"There is no project file in '{path}'.", path),
            _ => throw ErrorCatalogue.TargetNotFound.Error(
                $"There are several project files in '{path}': {string.Join(", ", found.Select(Path.GetFileName))}.", path, "Name one of them with -Project."),
        };
    }

    /// <summary>The project files of a folder.</summary>
    public static string[] In(string folder)
        => [.. Directory.GetFiles(folder).Where(f => Extensions.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase)).OrderBy(f => f, StringComparer.Ordinal)];
}
