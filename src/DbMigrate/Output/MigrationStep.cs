using System;

namespace DbMigrate.Output;

/// <summary>A revision that has been applied to a database, or undone there.</summary>
public sealed record MigrationStep
{
    /// <summary>Logical name of the database in a multi-database folder; else empty.</summary>
    public string Database { get; init; } = "";

    /// <summary>The server and the database on it, or full path of the file.</summary>
    public string DataSource { get; init; } = "";

    /// <summary>The id.</summary>
    public string Revision { get; init; } = "";

    /// <summary>What the revision is for.</summary>
    public string Message { get; init; } = "";

    /// <summary>Whether it was applied or undone.</summary>
    public MigrationDirection Direction { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; init; }
}
