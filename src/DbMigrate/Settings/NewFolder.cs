using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using DbMigrate.Revisions.Errors;
using DbMigrate.Templates;

namespace DbMigrate.Settings;

/// <summary>Creates migrations folders, in empty or new folders unless the user insists.</summary>
internal static class NewFolder
{
    private static readonly Encoding Utf8WithoutMark = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <param name="root">Full path of the folder.</param>
    /// <param name="given">The path as the user wrote it, for advice.</param>
    /// <param name="files">What will be written there.</param>
    /// <param name="force">Whether other files may be there, none of which is overwritten.</param>
    public static void Check(string root, string given, IEnumerable<string> files, bool force)
    {
        if (File.Exists(root))
            throw ErrorCatalogue.FolderNotEmpty.Error($"{root} is a file.", root);
        if (!Directory.Exists(root) || !Directory.EnumerateFileSystemEntries(root).Any())
            return;
        if (File.Exists(Path.Combine(root, SettingsFile.Name)))
            throw ErrorCatalogue.FolderNotEmpty.Error($"{root} is a migrations folder already.", root, "Use it as it is, or choose another folder with -Path.");
        if (HoldsEfMigrations(root))
        {
            var other = Path.Combine(Path.GetDirectoryName(given) ?? "", "DbMigrations").Replace('\\', '/');
            throw ErrorCatalogue.FolderHoldsEfMigrations.Error(
                $"The folder {root} holds EF Core's own migrations.", root, $"Keep them there, and run Initialize-DbMigration -Path '{other}'.");
        }

        if (!force)
            throw ErrorCatalogue.FolderNotEmpty.Error($"The folder {root} is not empty.", root, "Choose another folder with -Path, or pass -Force to keep what is there beside the new files.");
        if (files.FirstOrDefault(f => File.Exists(Path.Combine(root, f))) is { } taken)
            throw ErrorCatalogue.FolderNotEmpty.Error($"The folder {root} has a file {taken} already.", root, "Move it away; -Force overwrites nothing.");
    }

    public static void Create(string root, TemplateFolder template, string settings)
    {
        Directory.CreateDirectory(Path.Combine(root, "versions"));
        foreach (var file in template.Files())
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(root, file))!);
            File.Copy(template.FullPath(file), Path.Combine(root, file));
        }

        // Last, because it is what makes the folder a migrations folder.
        File.WriteAllText(Path.Combine(root, SettingsFile.Name), settings, Utf8WithoutMark);
    }

    private static bool HoldsEfMigrations(string root)
        => Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Any(file => file.EndsWith("ModelSnapshot.cs", System.StringComparison.OrdinalIgnoreCase)
                || file.EndsWith(".Designer.cs", System.StringComparison.OrdinalIgnoreCase)
                || File.ReadLines(file).Any(line => line.Contains("[Migration(")));
}
