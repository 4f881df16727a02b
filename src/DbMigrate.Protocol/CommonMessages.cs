namespace DbMigrate.Protocol;

/// <summary>The migrations folder with the settings that the engine needs; all paths are full.</summary>
internal sealed class FolderMessage
{
    /// <summary>The folder that holds <c>dbmigrate.psd1</c>.</summary>
    public string Root { get; set; } = "";

    /// <summary>The folders with revision scripts, default <c>versions</c> below the root.</summary>
    public string[] Locations { get; set; } = [];

    /// <summary>Whether scripts in sub-folders of these count too.</summary>
    public bool ReadsSubFolders { get; set; }

    /// <summary>Name of the history table; empty for <c>__DbMigrationHistory</c>.</summary>
    public string HistoryTable { get; set; } = "";

    /// <summary>Schema of the history table; empty for the database's default.</summary>
    public string HistorySchema { get; set; } = "";

    /// <summary>Names of the hooks that can be asked, as in <see cref="Questions"/>, first letter upper-case.</summary>
    public string[] Hooks { get; set; } = [];

    /// <summary>The method suffixes of all databases in the settings; empty in a folder with one database.</summary>
    public string[] MethodSuffixes { get; set; } = [];

    /// <summary>What is left out of comparisons.</summary>
    public FilterMessage[] Filters { get; set; } = [];
}

/// <summary>One pattern of the settings' filters.</summary>
internal sealed class FilterMessage
{
    /// <summary>For example <c>Tables</c>.</summary>
    public string Kind { get; set; } = "";

    public string Pattern { get; set; } = "";

    public bool Exclude { get; set; }
}

/// <summary>Which context and which database a request is for.</summary>
internal sealed class DatabaseMessage
{
    /// <summary>Name or full name of the context; empty where the target has one only, or none (target-less).</summary>
    public string Context { get; set; } = "";

    /// <summary>Overrides the context's own connection; empty for that one. A secret.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>Logical name in a multi-database folder; empty elsewhere.</summary>
    public string Database { get; set; } = "";

    /// <summary>What follows <c>Up</c> and <c>Down</c> in the names of its methods; empty for the default database and in other folders.</summary>
    public string MethodSuffix { get; set; } = "";

    /// <summary>Name of the history table of this database; empty for that of the folder.</summary>
    public string HistoryTable { get; set; } = "";

    /// <summary>Schema of the history table of this database; empty for that of the folder.</summary>
    public string HistorySchema { get; set; } = "";
}

/// <summary>A database as shown to people: never with a secret.</summary>
internal sealed class DatabaseInfo
{
    /// <summary>Logical name in a multi-database folder, else empty.</summary>
    public string Database { get; set; } = "";

    /// <summary>EF's provider name.</summary>
    public string Provider { get; set; } = "";

    /// <summary>The server and the database on it, or full path of the file.</summary>
    public string DataSource { get; set; } = "";

    /// <summary>Server, or full path of the file.</summary>
    public string Server { get; set; } = "";

    /// <summary>The database's own name on its server.</summary>
    public string Name { get; set; } = "";

    /// <summary>The user that connects; empty where the database knows none.</summary>
    public string User { get; set; } = "";
}

/// <summary>A row of the history table.</summary>
internal sealed class AppliedInfo
{
    public string Revision { get; set; } = "";

    public string Message { get; set; } = "";

    /// <summary>Round-trip text (ISO 8601 with offset).</summary>
    public string AppliedAt { get; set; } = "";

    public string AppliedBy { get; set; } = "";

    /// <summary>True where the row was written by stamping.</summary>
    public bool Stamped { get; set; }

    /// <summary>SHA-256 of the script when it was applied, lower-case hex.</summary>
    public string Hash { get; set; } = "";

    public long DurationMilliseconds { get; set; }
}

/// <summary>A difference between two schemas.</summary>
internal sealed class DifferenceInfo
{
    /// <summary><c>Missing</c>, <c>Unexpected</c> or <c>Changed</c>, seen from the reference.</summary>
    public string Kind { get; set; } = "";

    /// <summary>Kind and name of the object, for example <c>column Customers.Email</c>.</summary>
    public string Object { get; set; } = "";

    public string Expected { get; set; } = "";

    public string Actual { get; set; } = "";

    /// <summary>Why it differs where nobody changed the model; else empty.</summary>
    public string Cause { get; set; } = "";

    /// <summary>What would make the object as the reference has it; nothing for what is not ours to change.</summary>
    public OperationInfo[] Operations { get; set; } = [];
}

/// <summary>A migration operation as plain text.</summary>
internal sealed class OperationInfo
{
    /// <summary>Logical name in a multi-database folder, else empty.</summary>
    public string Database { get; set; } = "";

    /// <summary>EF's name without <c>Operation</c>, for example <c>AddColumn</c>.</summary>
    public string Kind { get; set; } = "";

    /// <summary>The table, or <c>table.column</c>, that it acts on.</summary>
    public string Object { get; set; } = "";

    /// <summary>One readable line.</summary>
    public string Text { get; set; } = "";

    public bool IsDestructive { get; set; }

    /// <summary>Why it is there where nobody changed the model; else empty.</summary>
    public string Cause { get; set; } = "";
}
