using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace DbMigrate.Worker.Building;

/// <summary>The names of all source-like files below a project's folder: one that is added or removed changes the build, by globs.</summary>
internal sealed class SourceCone
{
    private static readonly string[] Extensions = [".cs", ".vb", ".fs", ".resx", ".razor", ".cshtml", ".json", ".config", ".props", ".targets", ".editorconfig", ".globalconfig", ".rsp", ".user"];

    private readonly HashSet<string> _ignored;

    /// <summary>Creates the view.</summary>
    /// <param name="ignored">Folders whose content is no source: output, intermediate files, migrations.</param>
    public SourceCone(IEnumerable<string> ignored)
        => _ignored = new HashSet<string>(ignored.Where(f => f.Length > 0).Select(Normalize), StringComparer.Ordinal);

    public static bool IsBelow(string file, string folder)
        => folder.Length > 0 && Path.GetFullPath(file).StartsWith(Normalize(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    public string Read(string folder)
    {
        var names = new StringBuilder();
        Append(names, new DirectoryInfo(folder));
        using var sha = SHA256.Create();
        return Convert.ToBase64String(sha.ComputeHash(Encoding.UTF8.GetBytes(names.ToString())));
    }

    private static string Normalize(string folder) => Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar);

    private void Append(StringBuilder names, DirectoryInfo folder)
    {
        if (!folder.Exists || _ignored.Contains(Normalize(folder.FullName)))
        {
            return;
        }

        foreach (var entry in folder.EnumerateFileSystemInfos().OrderBy(e => e.Name, StringComparer.Ordinal))
        {
            if (entry is FileInfo && Extensions.Contains(entry.Extension, StringComparer.OrdinalIgnoreCase))
            {
                _ = names.Append(entry.FullName).Append('\n');
            }
            else if (entry is DirectoryInfo below && below.Name[0] != '.' && below.Name != "node_modules" && (below.Attributes & FileAttributes.ReparsePoint) == 0)
            {
                Append(names, below);
            }
        }
    }
}
