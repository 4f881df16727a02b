using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace DbMigrate.Worker.Loading;

/// <summary>The NuGet folders of a project: those that its restore used, else the user's.</summary>
internal sealed class PackageFolders
{
    private readonly string _projectDirectory;
    private readonly Lazy<IReadOnlyList<string>> _folders;

    public PackageFolders(string projectDirectory)
    {
        _projectDirectory = projectDirectory;
        _folders = new(Read);
    }

    /// <summary>Where a file of a package is; null where no folder has it.</summary>
    public string? Find(string relativePath)
        => _folders.Value.Select(f => Path.GetFullPath(Path.Combine(f, relativePath))).FirstOrDefault(File.Exists);

    private IReadOnlyList<string> Read()
    {
        string[] usual =
        [
            Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? "",
            Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages"),
        ];
        return [.. ReadAssets(), .. usual.Where(f => f.Length > 0)];
    }

    private IReadOnlyList<string> ReadAssets()
    {
        var assets = Path.Combine(_projectDirectory, "obj", "project.assets.json");
        if (_projectDirectory.Length == 0 || !File.Exists(assets))
        {
            return [];
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(assets));
            return document.RootElement.TryGetProperty("packageFolders", out var folders)
                ? [.. folders.EnumerateObject().Select(f => f.Name)]
                : [];
        }
        catch (Exception e) when (e is JsonException or IOException or InvalidOperationException)
        {
            // Half-written by a restore that runs just now: the usual folders remain.
            return [];
        }
    }
}
