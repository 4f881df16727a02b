using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;

namespace DbMigrate.Worker.Loading;

/// <summary>What a class library's <c>deps.json</c> names but its output folder does not hold, found in the NuGet folders.</summary>
internal sealed class PackageAssets
{
    private readonly PackageFolders _folders;
    private readonly Lazy<Dictionary<string, string>> _files;

    public PackageAssets(string dependencies, PackageFolders folders)
    {
        _folders = folders;
        _files = new(() => Read(dependencies));
    }

    public string? FindAssembly(string name) => FindNative(name + ".dll");

    public string? FindNative(string fileName)
        => _files.Value.TryGetValue(fileName, out var relative) ? _folders.Find(relative) : null;

    private static Dictionary<string, string> Read(string dependencies)
    {
        var files = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (!File.Exists(dependencies))
        {
            return files;
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(dependencies));
            var root = document.RootElement;
            var target = root.GetProperty("targets").GetProperty(root.GetProperty("runtimeTarget").GetProperty("name").GetString()!);
            foreach (var library in target.EnumerateObject())
            {
                if (root.GetProperty("libraries").GetProperty(library.Name).TryGetProperty("path", out var folder))
                {
                    Add(files, library.Value, folder.GetString()!);
                }
            }
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // A file that is no deps.json helps nobody; what is missing is reported by name later.
        }

        return files;
    }

    private static void Add(Dictionary<string, string> files, JsonElement library, string folder)
    {
        foreach (var kind in (ReadOnlySpan<string>)["runtime", "native"])
        {
            if (library.TryGetProperty(kind, out var assets))
            {
                foreach (var asset in assets.EnumerateObject())
                {
                    _ = files.TryAdd(Path.GetFileName(asset.Name), folder + "/" + asset.Name);
                }
            }
        }

        if (library.TryGetProperty("runtimeTargets", out var specific))
        {
            foreach (var asset in specific.EnumerateObject())
            {
                if (RuntimeIds.Fits(asset.Value.GetProperty("rid").GetString()!))
                {
                    // What is made for this system wins over what is made for all.
                    files[Path.GetFileName(asset.Name)] = folder + "/" + asset.Name;
                }
            }
        }
    }
}
