using System;

namespace DbMigrate.Output;

/// <summary>Where a database stands.</summary>
public sealed record MigrationStatus
{
    /// <summary>Logical name of the database in a multi-database folder; else empty.</summary>
    public string Database { get; init; } = "";

    /// <summary>The server and the database on it, or full path of the file.</summary>
    public string DataSource { get; init; } = "";

    /// <summary>The applied revisions that no applied one builds on.</summary>
    public string[] Current { get; init; } = [];

    /// <summary>The revisions of the folder that nobody builds on.</summary>
    public string[] Heads { get; init; } = [];

    /// <summary>Revisions that are not applied, in the order in which they would be.</summary>
    public string[] Pending { get; init; } = [];

    /// <summary>Whether every revision of the folder is applied and none is unknown.</summary>
    public bool IsUpToDate { get; init; }

    /// <summary>When the last revision was applied; null where none is.</summary>
    public DateTimeOffset? AppliedAt { get; init; }

    /// <summary>Who applied the last revision; null where none is.</summary>
    public string? AppliedBy { get; init; }

    /// <summary>Applied revisions that have no script in the folder.</summary>
    public string[] Unknown { get; init; } = [];

    /// <summary>Applied revisions whose script is another now than when it was applied.</summary>
    public string[] Changed { get; init; } = [];

    /// <summary>Revisions that stopped between statements which cannot run in a transaction: which, and at which statement.</summary>
    public string[] Unfinished { get; init; } = [];
}
