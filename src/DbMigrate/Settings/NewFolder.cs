using System.IO;
using System.Linq;
using System.Text;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Settings;

/// <summary>Creates migrations folders, in empty or new folders only.</summary>
internal static class NewFolder
{
    private static readonly Encoding Utf8WithoutMark = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <param name="root">Full path of the folder.</param>
    /// <param name="given">The path as the user wrote it, for advice.</param>
    public static void Check(string root, string given)
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

        throw ErrorCatalogue.FolderNotEmpty.Error($"The folder {root} is not empty.", root);
    }

    public static void Create(string root, string settings)
    {
        Directory.CreateDirectory(Path.Combine(root, "versions"));
        File.WriteAllText(Path.Combine(root, SettingsFile.Name), settings, Utf8WithoutMark);
    }

    private static bool HoldsEfMigrations(string root)
        => Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Any(file => file.EndsWith("ModelSnapshot.cs", System.StringComparison.OrdinalIgnoreCase)
                || file.EndsWith(".Designer.cs", System.StringComparison.OrdinalIgnoreCase)
                || File.ReadLines(file).Any(line => line.Contains("[Migration(")));
}
