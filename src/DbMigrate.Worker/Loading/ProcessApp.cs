using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace DbMigrate.Worker.Loading;

/// <summary>The app that this process was started as: the worker itself, or a PowerShell, which may carry a runtime among its own files.</summary>
internal static class ProcessApp
{
    private const string RuntimePack = "runtimepack.Microsoft.NETCore.App.";

    /// <summary>Its folder.</summary>
    public static string Folder { get; } = Path.GetDirectoryName(DependenciesFile) + Path.DirectorySeparatorChar;

    /// <summary>The names of those files in it that are the runtime's; none where it runs on a shared framework.</summary>
    public static IReadOnlySet<string> RuntimeFiles { get; } = ReadRuntimeFiles();

    // The app's own comes first, those of the frameworks follow.
    private static string DependenciesFile => ((string?)AppContext.GetData("APP_CONTEXT_DEPS_FILES") ?? "").Split(';')[0];

    private static HashSet<string> ReadRuntimeFiles()
    {
        var files = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        using var dependencies = JsonDocument.Parse(File.ReadAllText(DependenciesFile));
        var libraries = dependencies.RootElement.GetProperty("targets").EnumerateObject().SelectMany(t => t.Value.EnumerateObject());
        foreach (var library in libraries.Where(l => l.Name.StartsWith(RuntimePack, StringComparison.Ordinal)))
        {
            if (library.Value.TryGetProperty("runtime", out var runtime))
            {
                files.UnionWith(runtime.EnumerateObject().Select(f => Path.GetFileName(f.Name)));
            }
        }

        return files;
    }
}
