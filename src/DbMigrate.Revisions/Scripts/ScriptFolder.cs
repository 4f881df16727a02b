using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Revisions.Scripts;

/// <summary>Reads the revision scripts of the version locations.</summary>
public static class ScriptFolder
{
    /// <summary>Reads every <c>*.cs</c> of the locations, ordered by path; hidden and editor files are left out.</summary>
    /// <param name="locations">Full paths; a location that does not exist is empty.</param>
    /// <param name="recursive">Whether sub-folders count too.</param>
    /// <exception cref="DbMigrateException"><c>HeaderInvalid</c>, <c>ScriptUnreadable</c>, <c>RevisionDuplicate</c>.</exception>
    public static IReadOnlyList<RevisionScript> Read(IEnumerable<string> locations, bool recursive)
    {
        var scripts = new List<RevisionScript>();
        var byId = new Dictionary<string, RevisionScript>(StringComparer.OrdinalIgnoreCase);
        foreach (var path in Files(locations, recursive))
        {
            var script = ReadScript(path);
            if (byId.TryGetValue(script.Header.Id, out var other))
                throw Duplicate(other, script);
            byId.Add(script.Header.Id, script);
            scripts.Add(script);
        }

        return scripts;
    }

    /// <summary>Reads one script.</summary>
    /// <param name="path">Full path of the file.</param>
    /// <exception cref="DbMigrateException"><c>HeaderInvalid</c>, <c>ScriptUnreadable</c>.</exception>
    public static RevisionScript ReadScript(string path)
    {
        var text = ScriptText.Read(path);
        return new RevisionScript(RevisionHeaderText.Parse(text, path), path, text, ScriptText.Hash(text));
    }

    internal static DbMigrateException Duplicate(RevisionScript first, RevisionScript second)
        => ErrorCatalogue.RevisionDuplicate.Error($"Revision {first.Header.Id} is present more than once: in '{first.Path}' and in '{second.Path}'.", first.Header.Id);

    private static IEnumerable<string> Files(IEnumerable<string> locations, bool recursive)
    {
        // The same folder may be listed twice, or lie inside another one.
        var depth = recursive ? SearchOption.AllDirectories : SearchOption.TopDirectoryOnly;
        var files = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var location in locations.Select(Path.GetFullPath).Where(Directory.Exists))
        {
            try
            {
                files.UnionWith(Directory.EnumerateFiles(location, "*.cs", depth).Where(f => IsScript(location, f)));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw ErrorCatalogue.ScriptUnreadable.Error($"The folder '{location}' cannot be read: {e.Message}", location, inner: e);
            }
        }

        return files;
    }

    // Hidden files and folders, editors' locks (.#x) and backups (~x), and what a search for *.cs also finds on Windows (.csproj).
    private static bool IsScript(string location, string file)
        => file.EndsWith(".cs", StringComparison.OrdinalIgnoreCase)
            && !file.Substring(location.Length).Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar)
                .Any(part => part.Length > 0 && part[0] is '.' or '~' or '#');
}
