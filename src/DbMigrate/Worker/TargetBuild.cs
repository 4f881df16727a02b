using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using DbMigrate.Protocol;

namespace DbMigrate.Worker;

/// <summary>A target as it lies on disk now: what a worker loads, and what tells it from an older build.</summary>
internal sealed record TargetBuild
{
    /// <summary>Full path of the target's assembly, or of the provider's.</summary>
    public string Path { get; init; } = "";

    /// <summary>True where <see cref="Path"/> is a provider that stands for a target.</summary>
    public bool IsProvider { get; init; }

    /// <summary>The project's folder; empty without a project.</summary>
    public string ProjectDirectory { get; init; } = "";

    public string Environment { get; init; } = "";

    /// <summary>The app's arguments.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>How many seconds the app may take until it has built its host.</summary>
    public int StartTimeout { get; init; } = LoadRequest.DefaultStartTimeout;

    /// <summary>Where the process starts.</summary>
    public string StartDirectory { get; init; } = "";

    /// <summary>The same for every build of one target under the same circumstances.</summary>
    public string Key => string.Join("|", Path, IsProvider, ProjectDirectory, Environment, StartDirectory, string.Join("\0", Arguments));

    /// <summary>Changes with every build, in a project that the target refers to as well, and with the shell's environment.</summary>
    public string ReadStamp()
    {
        var stamp = new StringBuilder();
        foreach (var file in new DirectoryInfo(System.IO.Path.GetDirectoryName(Path)!).EnumerateFiles().Where(f => f.Extension is ".dll" or ".json").OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            _ = stamp.Append(file.Name).Append('|').Append(file.Length).Append('|').Append(file.LastWriteTimeUtc.Ticks).Append('\n');
        }

        foreach (var variable in System.Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().OrderBy(v => (string)v.Key, StringComparer.Ordinal))
        {
            _ = stamp.Append(variable.Key).Append('=').Append(variable.Value).Append('\n');
        }

        return stamp.ToString();
    }

    public LoadRequest ToRequest(string engine, string cacheDirectory) => new()
    {
        Assembly = IsProvider ? "" : Path,
        ProviderPath = IsProvider ? Path : "",
        ProjectDirectory = ProjectDirectory,
        Environment = Environment,
        Arguments = [.. Arguments],
        StartTimeout = StartTimeout,
        Engine = engine,
        CacheDirectory = cacheDirectory,
    };
}
