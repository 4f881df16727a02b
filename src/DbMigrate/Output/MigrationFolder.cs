namespace DbMigrate.Output;

/// <summary>A migrations folder and what its settings say; paths are full.</summary>
public sealed record MigrationFolder
{
    /// <summary>The folder.</summary>
    public string Path { get; init; } = "";

    /// <summary>The settings file.</summary>
    public string SettingsPath { get; init; } = "";

    /// <summary>Project file or folder of the target; empty for none.</summary>
    public string Project { get; init; } = "";

    /// <summary>Assembly of the target; empty for none.</summary>
    public string Assembly { get; init; } = "";

    /// <summary>Name of the context; empty for none.</summary>
    public string Context { get; init; } = "";

    /// <summary>Logical names of its databases; empty where it has one only, without a name.</summary>
    public string[] Databases { get; init; } = [];

    /// <summary>Folders with revision scripts.</summary>
    public string[] Locations { get; init; } = [];

    /// <summary>Name of the history table.</summary>
    public string HistoryTable { get; init; } = "";

    /// <summary>Schema of the history table; empty for the database's default.</summary>
    public string HistorySchema { get; init; } = "";
}
