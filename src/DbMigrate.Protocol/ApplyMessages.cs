namespace DbMigrate.Protocol;

/// <summary>Asks where a database stands.</summary>
internal sealed class StatusRequest
{
    public FolderMessage Folder { get; set; } = new();

    public DatabaseMessage Database { get; set; } = new();
}

/// <summary>Where a database stands.</summary>
internal sealed class StatusResult
{
    public DatabaseInfo Database { get; set; } = new();

    /// <summary>False where there is no database (file) yet; the lists of rows are then empty.</summary>
    public bool Exists { get; set; }

    /// <summary>The effective heads of the applied set.</summary>
    public string[] Current { get; set; } = [];

    public string[] Heads { get; set; } = [];

    /// <summary>Revisions of the folder that are not applied, in the order in which they would be.</summary>
    public string[] Pending { get; set; } = [];

    /// <summary>Applied revisions that have no script in the folder.</summary>
    public string[] Unknown { get; set; } = [];

    /// <summary>Applied revisions whose script is another now than when it was applied.</summary>
    public string[] Changed { get; set; } = [];

    /// <summary>Revisions that are begun and not finished, each with its place.</summary>
    public string[] Unfinished { get; set; } = [];

    public AppliedInfo[] Applied { get; set; } = [];
}

/// <summary>Asks what would run (<see cref="Methods.Plan"/>, <see cref="Methods.Sql"/>), or to run it (<see cref="Methods.Apply"/>).</summary>
internal sealed class PlanRequest
{
    public FolderMessage Folder { get; set; } = new();

    public DatabaseMessage Database { get; set; } = new();

    /// <summary>True for undoing.</summary>
    public bool Down { get; set; }

    /// <summary>Where to go, in the grammar of revisions (<c>head</c>, an id, <c>-1</c>, <c>base</c>, …).</summary>
    public string[] Revisions { get; set; } = [];

    /// <summary>With <see cref="Methods.Apply"/>: the steps that the caller was shown. Another plan under the lock is an error; null skips the comparison.</summary>
    public string[]? Expected { get; set; }

    /// <summary>With <see cref="Methods.Apply"/>: how many of the steps the caller agreed to, from the first on; null for all.</summary>
    public int? Agreed { get; set; }

    /// <summary>Seconds per statement; 0 for none.</summary>
    public int Timeout { get; set; }

    /// <summary>Seconds to wait for the lock.</summary>
    public int LockTimeout { get; set; } = 60;

    /// <summary>With <see cref="Methods.Sql"/>: for the database's own client, so that each revision first checks the history table, which a run has done already.</summary>
    public bool ForClient { get; set; }

    /// <summary>With <see cref="Methods.Apply"/>: nobody sees verbose lines, so that statements are not told one by one.</summary>
    public bool IsQuiet { get; set; }
}

/// <summary>What would run.</summary>
internal sealed class PlanResult
{
    public DatabaseInfo Database { get; set; } = new();

    public StepInfo[] Steps { get; set; } = [];

    /// <summary>The steps that belong to other branches than the one asked for.</summary>
    public StepInfo[] Siblings { get; set; } = [];
}

/// <summary>One revision to apply or undo, or that has been.</summary>
internal sealed class StepInfo
{
    public string Revision { get; set; } = "";

    public string Message { get; set; } = "";

    /// <summary>Full path of the script.</summary>
    public string Path { get; set; } = "";

    /// <summary>True for undoing.</summary>
    public bool Down { get; set; }

    /// <summary>Whether its operations lose data; known in <see cref="Methods.Plan"/> from the script's header.</summary>
    public bool IsDestructive { get; set; }

    /// <summary>Whether undoing it does not bring back data that applying it lost; known in <see cref="Methods.Plan"/> as well.</summary>
    public bool IsLossFinal { get; set; }

    /// <summary>How long it took; 0 in a plan.</summary>
    public long DurationMilliseconds { get; set; }
}

/// <summary>The SQL of a plan.</summary>
internal sealed class SqlResult
{
    public DatabaseInfo Database { get; set; } = new();

    /// <summary>The lines that a script for the database's own client begins with; they may be the client's own commands.</summary>
    public string FirstLines { get; set; } = "";

    /// <summary>The steps that belong to other branches than the one asked for.</summary>
    public StepInfo[] Siblings { get; set; } = [];

    public SqlStep[] Steps { get; set; } = [];
}

/// <summary>The SQL of one revision.</summary>
internal sealed class SqlStep
{
    public StepInfo Step { get; set; } = new();

    /// <summary>Complete statements with their terminators, transaction and history row included.</summary>
    public string Sql { get; set; } = "";
}

/// <summary>What was run; the steps themselves were sent one by one.</summary>
internal sealed class ApplyResult
{
    public DatabaseInfo Database { get; set; } = new();

    public int Steps { get; set; }
}
