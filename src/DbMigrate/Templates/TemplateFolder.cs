using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DbMigrate.Output;
using DbMigrate.Revisions.Errors;
using DbMigrate.Settings;
using DbMigrate.Worker;

namespace DbMigrate.Templates;

/// <summary>A folder whose files a new migrations folder gets.</summary>
/// <param name="path">Full path.</param>
internal sealed class TemplateFolder(string path)
{
    public const string Default = "default";
    public const string MultiDatabase = "multi-database";

    // It describes the template, not the folder that is made from it.
    private static readonly string[] Readmes = ["README.md", "README.txt", "README"];

    /// <summary>The templates that ship, by name.</summary>
    public static IReadOnlyList<MigrationTemplate> Shipped()
        => [.. Directory.GetDirectories(ModuleLayout.Installed.Templates).OrderBy(p => p, StringComparer.Ordinal).Select(p => new TemplateFolder(p).Describe())];

    /// <summary>The template with a name, or in a folder.</summary>
    /// <param name="template">A name, or a path: what has a separator, or begins with a dot.</param>
    /// <param name="fullPath">Makes a path full.</param>
    /// <exception cref="DbMigrateException"><c>TemplateNotFound</c>, <c>TemplateInvalid</c>.</exception>
    public static TemplateFolder Find(string template, Func<string, string> fullPath)
    {
        if (template.IndexOfAny(['/', '\\']) >= 0 || template[0] == '.')
            return OwnFolder(fullPath(template));

        var shipped = Shipped();
        return shipped.FirstOrDefault(t => string.Equals(t.Name, template, StringComparison.OrdinalIgnoreCase)) is { } found
            ? new TemplateFolder(found.Path)
            : throw ErrorCatalogue.TemplateNotFound.Error(
                $"There is no template '{template}'. Those that ship are {string.Join(", ", shipped.Select(t => t.Name))}.", template, $"Pass one of them; for a folder of your own, write a path: -Template ./{template}.");
    }

    /// <summary>The text of the settings file.</summary>
    public string Settings => SettingsFile.ReadText(System.IO.Path.Combine(path, SettingsFile.Name));

    /// <summary>The other files, relative: all but the description and revision scripts.</summary>
    public IReadOnlyList<string> Files()
        => [.. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Select(f => f.Substring(path.Length + 1)).Where(IsCopied).OrderBy(f => f, StringComparer.Ordinal)];

    public string FullPath(string file) => System.IO.Path.Combine(path, file);

    private static TemplateFolder OwnFolder(string path)
    {
        if (!Directory.Exists(path))
            throw ErrorCatalogue.TemplateNotFound.Error($"There is no folder {path}.", path);
        if (!File.Exists(System.IO.Path.Combine(path, SettingsFile.Name)))
            throw ErrorCatalogue.TemplateInvalid.Error($"The folder {path} is no template: it has no {SettingsFile.Name}.", path);

        // Its mistakes belong to it, not to the folder that would be made from it.
        SettingsFile.Read(path);
        return new TemplateFolder(path);
    }

    private MigrationTemplate Describe() => new() { Name = System.IO.Path.GetFileName(path), Description = Description(), Path = path };

    private string Description()
        => Readmes.Select(FullPath).FirstOrDefault(File.Exists) is { } readme ? (File.ReadLines(readme).FirstOrDefault() ?? "").TrimStart('#', ' ').Trim() : "";

    private static bool IsCopied(string file)
        => file != SettingsFile.Name && !Readmes.Contains(file, StringComparer.OrdinalIgnoreCase)
            && !file.StartsWith("versions" + System.IO.Path.DirectorySeparatorChar, StringComparison.OrdinalIgnoreCase);
}
