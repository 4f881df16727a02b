namespace DbMigrate.Hooks;

/// <summary>What the hook <c>Configure</c> returned for a database; null where it said nothing.</summary>
internal sealed record DatabaseOverrides
{
    public static DatabaseOverrides None { get; } = new();

    /// <summary>A secret.</summary>
    public string? ConnectionString { get; init; }

    public string? Context { get; init; }

    public string? HistoryTable { get; init; }

    public string? HistorySchema { get; init; }

    /// <summary>Seconds per statement.</summary>
    public int? Timeout { get; init; }

    /// <summary>Seconds to wait for the lock.</summary>
    public int? LockTimeout { get; init; }
}
