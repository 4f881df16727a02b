namespace DbMigrate.Revisions.Errors;

// Databases, and what is run on them.
public static partial class ErrorCatalogue
{
    /// <summary>A database was asked for by a name that is null or empty.</summary>
    public static readonly ErrorKind DatabaseMissing = new("DatabaseMissing", "InvalidArgument", "Pass a name of the settings' Databases, or no -Database for all of them.");

    /// <summary>The settings know no database of this name.</summary>
    public static readonly ErrorKind DatabaseNotFound = new("DatabaseNotFound", "ObjectNotFound", "Pass a name of the settings' Databases.");

    /// <summary>Something that can hold for one database only was said of several.</summary>
    public static readonly ErrorKind DatabaseAmbiguous = new("DatabaseAmbiguous", "InvalidArgument", "Pass -Database with the name of one database.");

    /// <summary>No connection string was given, and the context has none.</summary>
    public static readonly ErrorKind ConnectionMissing = new("ConnectionMissing", "InvalidArgument", "Pass -ConnectionString, or configure one in the context.");

    /// <summary>The database cannot be opened.</summary>
    public static readonly ErrorKind DatabaseUnavailable = new("DatabaseUnavailable", "OpenError", "Check the connection string and that the database can be reached.");

    /// <summary>The folder of the database file does not exist.</summary>
    public static readonly ErrorKind DatabaseFolderNotFound = new("DatabaseFolderNotFound", "ObjectNotFound", "Create the folder, or correct the connection string.");

    /// <summary>The file is no database.</summary>
    public static readonly ErrorKind DatabaseInvalid = new("DatabaseInvalid", "InvalidData", "Check that the connection string names the right file.");

    /// <summary>The database cannot be written.</summary>
    public static readonly ErrorKind DatabaseReadOnly = new("DatabaseReadOnly", "PermissionDenied", "Allow writing to the database and its folder.");

    /// <summary>Another run or program holds the database.</summary>
    public static readonly ErrorKind DatabaseBusy = new("DatabaseBusy", "ResourceBusy", "Wait for the holder to end, or allow more time with -LockTimeout.");

    /// <summary>The server has no room for the locks of one transaction.</summary>
    public static readonly ErrorKind TooManyLocks = new("TooManyLocks", "ResourceUnavailable", "Raise max_locks_per_transaction in postgresql.conf and restart the server, or divide the revision.");

    /// <summary>The history table names revisions that have no script.</summary>
    public static readonly ErrorKind HistoryUnknownRevision = new("HistoryUnknownRevision", "ObjectNotFound", "Bring back the missing script, for example by switching to the branch that has it.");

    /// <summary>The history table cannot be understood.</summary>
    public static readonly ErrorKind HistoryInvalid = new("HistoryInvalid", "InvalidData", "Repair the rows of the history table.");

    /// <summary>A database is not where all heads are.</summary>
    public static readonly ErrorKind NotAtHeads = new("NotAtHeads", "InvalidResult", "Run Update-Database.");

    /// <summary>Model, scripts and database do not agree, and were asserted to.</summary>
    public static readonly ErrorKind AssertionFailed = new("AssertionFailed", "InvalidResult", "Compare-DbSchema shows the differences with what would mend them.");

    /// <summary>The database moved between the plan that was shown and the lock.</summary>
    public static readonly ErrorKind PlanChanged = new("PlanChanged", "InvalidOperation", "Look at Get-DbMigrationStatus and run the command again.");

    /// <summary>A revision with statements outside of transactions stopped in the middle.</summary>
    public static readonly ErrorKind RevisionUnfinished = new("RevisionUnfinished", "InvalidOperation", "Finish it first, with the script as it was: run the same command for it again. Or put the database right by hand and say with Set-DbMigrationStamp where it stands.");

    /// <summary>A revision failed and was rolled back.</summary>
    public static readonly ErrorKind RevisionFailed = new("RevisionFailed", "InvalidOperation", "Correct the statement in the script, or the rows that it met, and run the command again.");

    /// <summary>Rows would violate foreign keys after the revision.</summary>
    public static readonly ErrorKind ForeignKeyViolation = new("ForeignKeyViolation", "InvalidData", "Correct the rows named, and run the command again.");

    /// <summary>A statement took longer than <c>-Timeout</c>.</summary>
    public static readonly ErrorKind StatementTimeout = new("StatementTimeout", "OperationTimeout", "Allow more time with -Timeout.");
}
