namespace DbMigrate.Engine.Apply;

/// <summary>A row of the history table: one applied revision.</summary>
internal sealed record HistoryRow(string Revision)
{
    /// <summary>The row was written by running the script.</summary>
    public const string Applied = "applied";

    /// <summary>The row was written without running the script.</summary>
    public const string Stamped = "stamped";

    public string Message { get; init; } = "";

    /// <summary>Round-trip text of the time, UTC; empty where the database says it.</summary>
    public string AppliedAt { get; init; } = "";

    /// <summary>User and host.</summary>
    public string AppliedBy { get; init; } = "";

    public long DurationMs { get; init; }

    /// <summary>SHA-256 of the script's text.</summary>
    public string ScriptHash { get; init; } = "";

    public string EfVersion { get; init; } = "";

    public string ToolVersion { get; init; } = "";

    public string Kind { get; init; } = Applied;
}
