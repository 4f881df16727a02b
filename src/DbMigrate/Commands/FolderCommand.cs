using System.Collections.Generic;
using System.ComponentModel;
using System.IO;
using System.Linq;
using System.Management.Automation;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Errors;
using DbMigrate.Revisions.Graph;
using DbMigrate.Revisions.Scripts;
using DbMigrate.Revisions.Settings;
using DbMigrate.Settings;

namespace DbMigrate.Commands;

/// <summary>A cmdlet that works on a migrations folder.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class FolderCommand : DbMigrateCommand
{
    private MigrationSettings? _settings;
    private IReadOnlyList<string>? _locations;
    private RevisionGraph? _graph;

    /// <summary>The migrations folder.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    private protected string FolderPath => FullPath(Path ?? (FromEnvironment(nameof(Path)) is { Length: > 0 } path ? path : "migrations"));

    private protected bool FolderExists => File.Exists(System.IO.Path.Combine(FolderPath, SettingsFile.Name));

    private protected MigrationSettings Settings => _settings ??= ReadSettings();

    /// <summary>The folders with scripts, each once; what is odd about them is said when they are first needed.</summary>
    private protected IReadOnlyList<string> Locations => _locations ??= CheckedLocations();

    private protected RevisionGraph Graph => _graph ??= ReadGraph();

    private protected FolderMessage FolderMessage() => new()
    {
        Root = Settings.Root,
        Locations = [.. Locations],
        ReadsSubFolders = Settings.ReadsSubFolders,
        HistoryTable = Settings.HistoryTable,
        HistorySchema = Settings.HistorySchema,
        MethodSuffixes = [.. Settings.Databases.Select(d => d.MethodSuffix)],
        Hooks = HookNames,
        Filters = [.. Settings.Filters.Select(f => new FilterMessage { Kind = f.Kind, Pattern = f.Pattern, Exclude = f.IsExclude })],
    };

    /// <summary>The hooks that the engine can ask.</summary>
    private protected virtual string[] HookNames => [];

    /// <summary>The full path of a file system path, relative ones by <c>$PWD</c>.</summary>
    private protected string FullPath(string path)
    {
        var full = SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
        if (provider.Name != "FileSystem")
            throw ErrorCatalogue.PathInvalid.Error($"'{path}' is no path of the file system but of PowerShell's provider {provider.Name}.", path);
        return full.Length > 3 ? full.TrimEnd(System.IO.Path.DirectorySeparatorChar, System.IO.Path.AltDirectorySeparatorChar) : full;
    }

    /// <summary>The graph as the folder is now.</summary>
    private protected RevisionGraph ReadGraph() => RevisionGraph.Build(ScriptFolder.Read(Locations, Settings.ReadsSubFolders));

    private IReadOnlyList<string> CheckedLocations()
    {
        foreach (var problem in VersionLocations.Problems(Settings.Locations))
            WriteWarning(problem);
        return VersionLocations.Distinct(Settings.Locations);
    }

    /// <summary>What <c>-VersionPath</c> may mean: any path, or one as the settings have it.</summary>
    private protected IReadOnlyList<string> VersionPaths(string? given)
        => given is null ? [] : [FullPath(given), System.IO.Path.Combine(Settings.Root, given)];

    private MigrationSettings ReadSettings()
    {
        if (FolderExists)
            return SettingsFile.Read(FolderPath);

        throw ErrorCatalogue.FolderNotFound.Error(
            Directory.Exists(FolderPath)
                ? $"The folder {FolderPath} is no migrations folder: it has no {SettingsFile.Name}."
                : $"There is no migrations folder {FolderPath}.",
            FolderPath);
    }
}
