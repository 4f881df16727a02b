namespace DbMigrate.Engine.Apply;

/// <summary>A row of the log table: one attempt to apply, undo or stamp a revision.</summary>
internal sealed record LogEntry(string Revision, string Direction)
{
    public const string Up = "up";
    public const string Down = "down";

    /// <summary>The revision was recorded without being run.</summary>
    public const string Stamp = "stamp";

    /// <summary>The revision is no longer recorded, and was not undone.</summary>
    public const string Unstamp = "unstamp";

    public const string Succeeded = "succeeded";
    public const string Failed = "failed";
    public const string Cancelled = "cancelled";

    /// <summary>Round-trip text of the time, UTC; empty where the database says it.</summary>
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
