using System.Collections.Generic;

namespace DbMigrate.Revisions.Settings;

/// <summary>What <c>dbmigrate.psd1</c> says; paths are full here.</summary>
public sealed record MigrationSettings
{
    /// <summary>The folder that holds the settings file.</summary>
    public string Root { get; init; } = "";

    /// <summary>Project file or folder of the target; empty for none.</summary>
    public string Project { get; init; } = "";

    /// <summary>Assembly of the target; empty for none.</summary>
    public string Assembly { get; init; } = "";

    /// <summary>Which framework of the target to build; empty for none in particular.</summary>
    public string Framework { get; init; } = "";

    /// <summary>What the target's app is given as arguments.</summary>
    public IReadOnlyList<string> AppArguments { get; init; } = [];

    /// <summary>Name of the context; empty for none.</summary>
    public string Context { get; init; } = "";

    /// <summary>Folders with scripts.</summary>
    public IReadOnlyList<string> Locations { get; init; } = [];

    /// <summary>Whether scripts in sub-folders of the locations count too.</summary>
    public bool RecursiveLocations { get; init; }

    /// <summary>Whether sub-folders are read: where the settings say so, and where new scripts are put into some.</summary>
    public bool ReadsSubFolders => RecursiveLocations || FileNameTemplate.IndexOfAny(['/', '\\']) >= 0;

    /// <summary>The databases of the folder in their order; empty where it has one only, without a name.</summary>
    public IReadOnlyList<DatabaseSettings> Databases { get; init; } = [];

    /// <summary>Name of the history table.</summary>
    public string HistoryTable { get; init; } = "__DbMigrationHistory";

    /// <summary>Schema of the history table; empty for the database's default.</summary>
    public string HistorySchema { get; init; } = "";

    /// <summary>Template of file names with the tokens <c>{year} {month} {day} {hour} {minute} {second} {epoch} {rev} {slug}</c>.</summary>
    public string FileNameTemplate { get; init; } = "{year}{month}{day}_{hour}{minute}_{rev}_{slug}";

    /// <summary>Time zone for dates in file names and headers; empty for UTC.</summary>
    public string TimeZone { get; init; } = "";

    /// <summary>Length at which slugs are cut.</summary>
    public int SlugLength { get; init; } = 40;

    /// <summary>What is left out of comparisons because it is not ours.</summary>
    public IReadOnlyList<FilterSettings> Filters { get; init; } = [];

    /// <summary>Commands that run on each new script, in their order.</summary>
    public IReadOnlyList<PostWriteSettings> PostWrite { get; init; } = [];

    /// <summary>Where the file gives each of its keys, for messages: <c>line 3 of …/dbmigrate.psd1</c>.</summary>
    public IReadOnlyDictionary<string, string> Places { get; init; } = new Dictionary<string, string>();

    /// <summary>A key and its place, in brackets; the key alone where the file does not give it.</summary>
    /// <param name="key">The key.</param>
    public string Where(string key) => Places.TryGetValue(key, out var place) ? $"({key} in {place})" : $"({key})";
}
