namespace DbMigrate.Protocol;

/// <summary>Asks what stamping would change (<see cref="Methods.PlanStamp"/>, <see cref="Methods.StampSql"/>), or to stamp (<see cref="Methods.Stamp"/>).</summary>
internal sealed class StampRequest
{
    public FolderMessage Folder { get; set; } = new();

    public DatabaseMessage Database { get; set; } = new();

    /// <summary>Destinations in the grammar of revisions; with <see cref="Methods.StampSql"/> also one range, whose start stands for the database, which is then not read.</summary>
    public string[] Revisions { get; set; } = [];

    /// <summary>Throw away all rows first, whatever they are.</summary>
    public bool Purge { get; set; }

    /// <summary>With <see cref="Methods.Stamp"/>: what the caller was shown. Anything else under the lock is an error; null skips the comparison.</summary>
    public StampChange? Expected { get; set; }

    /// <summary>With <see cref="Methods.StampSql"/>: for the database's own client, so that the history table is checked first.</summary>
    public bool ForClient { get; set; }

    /// <summary>Seconds to wait for the lock.</summary>
    public int LockTimeout { get; set; } = 60;
}

/// <summary>What stamping would do, or did.</summary>
internal sealed class StampResult
{
    public DatabaseInfo Database { get; set; } = new();

    public StampChange Change { get; set; } = new();

    /// <summary>Where the database stands afterwards: the effective heads.</summary>
    public string[] Current { get; set; } = [];
}

/// <summary>The rows that stamping writes and removes; nothing of any means that there is nothing to do.</summary>
internal sealed class StampChange
{
    public string[] Add { get; set; } = [];

    public string[] Remove { get; set; } = [];

    /// <summary>Revisions that were begun and not finished, each with where it stopped, which this puts an end to.</summary>
    public string[] Ended { get; set; } = [];
}
