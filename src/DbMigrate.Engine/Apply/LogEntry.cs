namespace DbMigrate.Engine.Apply;

/// <summary>A row of the log table: one attempt to apply or undo a revision.</summary>
internal sealed record LogEntry(string Revision, bool Down)
{
    public const string Succeeded = "succeeded";
    public const string Failed = "failed";
    public const string Cancelled = "cancelled";

    /// <summary>Round-trip text of the time, UTC.</summary>
    public string StartedAt { get; init; } = "";

    public long DurationMs { get; init; }

    public string Outcome { get; init; } = Succeeded;

    /// <summary>The statement that failed; empty where none did.</summary>
    public string Statement { get; init; } = "";

    /// <summary>The database's message; empty where nothing failed.</summary>
    public string Error { get; init; } = "";

    /// <summary>User and host.</summary>
    public string RunBy { get; init; } = "";

    public string ToolVersion { get; init; } = "";
}
