using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace DbMigrate.Revisions.Errors;

/// <summary>Every error that users can meet: stable name, category, recommended action. Messages are made where it happens.</summary>
public static class ErrorCatalogue
{
    // The migrations folder and its settings.

    /// <summary>There is no migrations folder.</summary>
    public static readonly ErrorKind FolderNotFound = new("FolderNotFound", "ObjectNotFound", "Run Initialize-DbMigration to create one, or name it with -Path.");

    /// <summary>The folder to initialize is not empty.</summary>
    public static readonly ErrorKind FolderNotEmpty = new("FolderNotEmpty", "ResourceExists", "Choose another folder with -Path.");

    /// <summary>The folder to initialize holds EF Core's own migrations.</summary>
    public static readonly ErrorKind FolderHoldsEfMigrations = new("FolderHoldsEfMigrations", "ResourceExists", "Keep EF's migrations where they are and choose another folder with -Path.");

    /// <summary>The settings file cannot be read as pure data.</summary>
    public static readonly ErrorKind SettingsInvalid = new("SettingsInvalid", "InvalidData", "Keep literals only (strings, numbers, $true, $false, $null, @() and @{}) in dbmigrate.psd1.");

    /// <summary>A path is none of the file system.</summary>
    public static readonly ErrorKind PathInvalid = new("PathInvalid", "InvalidArgument", "Name a file or folder of the file system.");

    /// <summary>A value from the environment cannot be used.</summary>
    public static readonly ErrorKind EnvironmentInvalid = new("EnvironmentInvalid", "InvalidArgument", "Correct the environment variable, or pass the parameter.");

    /// <summary>Parameters were passed that exclude each other.</summary>
    public static readonly ErrorKind ParametersConflict = new("ParametersConflict", "InvalidArgument", "Leave one of the parameters out.");

    /// <summary>A command asks for a confirmation that nobody can give.</summary>
    public static readonly ErrorKind ConfirmationRequired = new("ConfirmationRequired", "InvalidOperation", "Pass -Confirm:$false.");

    // Hooks.

    /// <summary>The hooks file, or what a hook returned, cannot be used.</summary>
    public static readonly ErrorKind HooksInvalid = new("HooksInvalid", "InvalidData", "Correct env.ps1; about_DbMigrate_Hooks says what it returns.");

    /// <summary>The hooks file, or a hook, threw.</summary>
    public static readonly ErrorKind HookFailed = new("HookFailed", "OperationStopped", "Correct the hook at the place named, or what it met, and run the command again.");

    /// <summary>A hook called a cmdlet that would wait for the command that runs the hook.</summary>
    public static readonly ErrorKind HookReentered = new("HookReentered", "InvalidOperation", "Call it after the command; in a hook, those that only read the migrations folder work.");

    /// <summary>There is no template of this name, or no folder.</summary>
    public static readonly ErrorKind TemplateNotFound = new("TemplateNotFound", "ObjectNotFound", "Get-DbMigrationTemplate lists the templates that ship; a path names a folder of your own.");

    /// <summary>A template lacks what it needs, or has what nothing is known to stand for.</summary>
    public static readonly ErrorKind TemplateInvalid = new("TemplateInvalid", "InvalidData", "Correct the template, or copy the file anew from a folder that Get-DbMigrationTemplate lists.");

    // Revisions and their graph.

    /// <summary>A revision was asked for that is null or empty.</summary>
    public static readonly ErrorKind RevisionMissing = new("RevisionMissing", "InvalidArgument", "Pass an id, head, base or a relative revision such as -1.");

    /// <summary>A script has no header, or one that cannot be read.</summary>
    public static readonly ErrorKind HeaderInvalid = new("HeaderInvalid", "InvalidData", "Restore the comment lines at the top of the script from version control.");

    /// <summary>A script cannot be read: not UTF-8, locked, or not written completely.</summary>
    public static readonly ErrorKind ScriptUnreadable = new("ScriptUnreadable", "ReadError", "Bring the script back from version control, or save it as UTF-8.");

    /// <summary>Two scripts have the same id.</summary>
    public static readonly ErrorKind RevisionDuplicate = new("RevisionDuplicate", "InvalidData", "Give one of the scripts another id, or remove it.");

    /// <summary>A script names a parent or dependency that no script has.</summary>
    public static readonly ErrorKind RevisionParentMissing = new("RevisionParentMissing", "ObjectNotFound", "Bring back the missing script from version control, or correct the header.");

    /// <summary>The graph has a cycle.</summary>
    public static readonly ErrorKind RevisionCycle = new("RevisionCycle", "InvalidData", "Correct the parents in the headers of the scripts named.");

    /// <summary>No revision has this id, label or symbol.</summary>
    public static readonly ErrorKind RevisionNotFound = new("RevisionNotFound", "ObjectNotFound", "Get-DbMigrationHistory lists the revisions.");

    /// <summary>An id prefix or symbol stands for several revisions.</summary>
    public static readonly ErrorKind RevisionAmbiguous = new("RevisionAmbiguous", "InvalidArgument", "Write one of the candidates in full.");

    /// <summary>A revision id cannot be used.</summary>
    public static readonly ErrorKind RevisionIdInvalid = new("RevisionIdInvalid", "InvalidArgument", "Use letters, digits and '_', at most 64 characters, and none of head, heads, base and current.");

    /// <summary>A label is used twice or cannot be used.</summary>
    public static readonly ErrorKind LabelInvalid = new("LabelInvalid", "InvalidArgument", "Choose another label.");

    /// <summary>An operation needs a single head and there are several.</summary>
    public static readonly ErrorKind MultipleHeads = new("MultipleHeads", "InvalidOperation", "Name the head, or merge the heads first.");

    /// <summary>The place in the graph cannot be reached from where the database is.</summary>
    public static readonly ErrorKind RevisionNotReachable = new("RevisionNotReachable", "InvalidArgument", "Get-DbMigrationStatus shows where the database is, Get-DbMigrationHistory the revisions.");

    /// <summary>A new revision would build on a revision that is no head.</summary>
    public static readonly ErrorKind SpliceRequired = new("SpliceRequired", "InvalidOperation", "Pass -Splice to start a branch there.");

    /// <summary>A range has several starts, or goes another way than the command.</summary>
    public static readonly ErrorKind RangeInvalid = new("RangeInvalid", "InvalidArgument", "Write a range as start:end; several starts or ends are separated by commas.");

    /// <summary>There is nothing to merge, or not like this.</summary>
    public static readonly ErrorKind MergeInvalid = new("MergeInvalid", "InvalidArgument", "Name two or more heads, or none for all of them; Get-DbMigrationHead lists them.");

    /// <summary>The revisions to merge do different things to the same object.</summary>
    public static readonly ErrorKind MergeConflict = new("MergeConflict", "InvalidOperation", "Change one of the scripts named so that they agree, then merge again. Where it is applied already, undo it first with Undo-DbMigration.");

    /// <summary>The plan reaches into a sibling branch and nobody confirmed it.</summary>
    public static readonly ErrorKind SiblingBranch = new("SiblingBranch", "InvalidOperation", "Pass -Force to go on.");

    /// <summary>Of several revisions that were asked for, one is part of another's line.</summary>
    public static readonly ErrorKind RevisionsOverlap = new("RevisionsOverlap", "InvalidArgument", "Name only the highest revision of each line.");

    /// <summary>A new revision has no parent that tells which of several locations it belongs to.</summary>
    public static readonly ErrorKind VersionPathRequired = new("VersionPathRequired", "InvalidArgument", "Pass -VersionPath with one of the locations.");

    /// <summary>A folder for a new revision is none that the settings name.</summary>
    public static readonly ErrorKind VersionPathInvalid = new("VersionPathInvalid", "InvalidArgument", "Name one of the Locations in dbmigrate.psd1, or add the folder there.");

    /// <summary>No editor was found for a script.</summary>
    public static readonly ErrorKind EditorNotFound = new("EditorNotFound", "ObjectNotFound", "Set EDITOR to a program, by its full path or by a name on PATH.");

    /// <summary>The editor did not start, or ended with an error.</summary>
    public static readonly ErrorKind EditorFailed = new("EditorFailed", "InvalidResult", "Open the script by hand, or set EDITOR to another program.");

    // The target.

    /// <summary>No project, assembly or provider was given or found.</summary>
    public static readonly ErrorKind TargetNotFound = new("TargetNotFound", "ObjectNotFound", "Pass -Project or -Assembly.");

    /// <summary>Two targets were named at once.</summary>
    public static readonly ErrorKind TargetAmbiguous = new("TargetAmbiguous", "InvalidArgument", "Pass one of -Project, -Assembly and -Provider.");

    /// <summary>The target has several contexts.</summary>
    public static readonly ErrorKind ContextAmbiguous = new("ContextAmbiguous", "InvalidArgument", "Pass -Context with one of the names.");

    /// <summary>The target has no such context, or none at all.</summary>
    public static readonly ErrorKind ContextNotFound = new("ContextNotFound", "ObjectNotFound", "Get-DbMigrationContext lists the contexts.");

    /// <summary>The context cannot be created.</summary>
    public static readonly ErrorKind ContextNotCreated = new("ContextNotCreated", "InvalidOperation", "Add a class that implements IDesignTimeDbContextFactory<TContext> to the project.");

    /// <summary>The file is no .NET assembly.</summary>
    public static readonly ErrorKind AssemblyInvalid = new("AssemblyInvalid", "InvalidData", "Name the .dll that dotnet build made.");

    /// <summary>The target does not reference EF Core, or one that is not supported.</summary>
    public static readonly ErrorKind EfCoreNotFound = new("EfCoreNotFound", "NotInstalled", "Add a package reference to a relational EF Core provider, version 8 or later, to the project.");

    /// <summary>The runtime that the target needs is not installed.</summary>
    public static readonly ErrorKind RuntimeNotInstalled = new("RuntimeNotInstalled", "NotInstalled", "Install the .NET runtime named.");

    /// <summary>There is no <c>dotnet</c>.</summary>
    public static readonly ErrorKind DotNetNotFound = new("DotNetNotFound", "NotInstalled", "Install the .NET SDK, or set DOTNET_ROOT.");

    /// <summary>The project does not build.</summary>
    public static readonly ErrorKind BuildFailed = new("BuildFailed", "InvalidOperation", "Correct the compiler's errors, then run the command again.");

    /// <summary>The worker process ended or answered with nonsense.</summary>
    public static readonly ErrorKind WorkerFailed = new("WorkerFailed", "ResourceUnavailable", "Run the command again; with -Debug it shows what the worker said.");

    /// <summary>The provider is none that this version knows.</summary>
    public static readonly ErrorKind ProviderNotSupported = new("ProviderNotSupported", "NotImplemented", "Use the SQLite provider of EF Core.");

    // Scripts.

    /// <summary>A script does not compile.</summary>
    public static readonly ErrorKind ScriptInvalid = new("ScriptInvalid", "SyntaxError", "Correct the script at the place named.");

    /// <summary>A script compiles but its migration cannot be run.</summary>
    public static readonly ErrorKind ScriptFailed = new("ScriptFailed", "InvalidOperation", "Correct the script's Up or Down method.");

    /// <summary>The operations of a script do not fit the schema that they are replayed on.</summary>
    public static readonly ErrorKind ReplayConflict = new("ReplayConflict", "InvalidData", "Correct the script named, or the ones before it.");

    /// <summary>The file to write exists already.</summary>
    public static readonly ErrorKind ScriptExists = new("ScriptExists", "ResourceExists", "Choose another id or message.");

    /// <summary>A command of the settings' <c>PostWrite</c> is missing or failed.</summary>
    public static readonly ErrorKind PostWriteFailed = new("PostWriteFailed", "InvalidOperation", "Correct PostWrite in dbmigrate.psd1, or what the command complains of.");

    // Generating.

    /// <summary>A required column needs a value for the rows that are there.</summary>
    public static readonly ErrorKind FillRequired = new("FillRequired", "InvalidArgument", "Pass -Fill with a value for each column named.");

    /// <summary>An entry of <c>-Fill</c> fits nothing.</summary>
    public static readonly ErrorKind FillInvalid = new("FillInvalid", "InvalidArgument", "Name added or newly required columns, as table.column.");

    /// <summary>A first revision was asked for where there are revisions, or where there is no database to read.</summary>
    public static readonly ErrorKind BaselineInvalid = new("BaselineInvalid", "InvalidOperation", "New-DbMigration without -Baseline writes the next revision; -Head base begins a line of its own.");

    /// <summary>A new revision changes what a branch brings that it does not build on.</summary>
    public static readonly ErrorKind DependencyRequired = new("DependencyRequired", "InvalidOperation", "Pass -DependsOn with the revisions named.");

    /// <summary>What was dropped and added may be a rename, and nobody decided.</summary>
    public static readonly ErrorKind RenameUndecided = new("RenameUndecided", "InvalidArgument", "Pass -Rename with the decision.");

    /// <summary>An entry of <c>-Rename</c> fits nothing, or several objects.</summary>
    public static readonly ErrorKind RenameInvalid = new("RenameInvalid", "InvalidArgument", "Use the old name as the database has it, and the new name of the model.");

    /// <summary>The provider cannot do what the model asks for.</summary>
    public static readonly ErrorKind NotSupportedByProvider = new("NotSupportedByProvider", "NotImplemented", "Change the model, or write the change by hand in an empty revision.");

    /// <summary>The database has nothing by which a script could leave out what is applied already.</summary>
    public static readonly ErrorKind IdempotentNotSupported = new("IdempotentNotSupported", "NotImplemented", "Leave out -Idempotent, and export the range that the database needs.");

    /// <summary>A column's new type cannot hold values that are there.</summary>
    public static readonly ErrorKind ValueNotConvertible = new("ValueNotConvertible", "InvalidData", "Correct the rows named, or convert them with Sql in the same revision, and run the command again.");

    /// <summary>A default or seeded value is of a type that a script cannot hold.</summary>
    public static readonly ErrorKind ValueNotWritable = new("ValueNotWritable", "NotImplemented", "Convert the property to a plain type with a value converter, or write the rows with Sql in an empty revision.");

    // Databases.

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
    public static readonly ErrorKind RevisionUnfinished = new("RevisionUnfinished", "InvalidOperation", "Finish it first, with the script as it was: run the same command for it again. Or put the database right by hand and delete its row from the journal table.");

    /// <summary>A revision failed and was rolled back.</summary>
    public static readonly ErrorKind RevisionFailed = new("RevisionFailed", "InvalidOperation", "Correct the statement in the script, or the rows that it met, and run the command again.");

    /// <summary>Rows would violate foreign keys after the revision.</summary>
    public static readonly ErrorKind ForeignKeyViolation = new("ForeignKeyViolation", "InvalidData", "Correct the rows named, and run the command again.");

    /// <summary>A statement took longer than <c>-Timeout</c>.</summary>
    public static readonly ErrorKind StatementTimeout = new("StatementTimeout", "OperationTimeout", "Allow more time with -Timeout.");

    /// <summary>An error that is not the user's: a defect of DbMigrate.</summary>
    public static readonly ErrorKind Unexpected = new("Unexpected", "NotSpecified", "Report it with the output of the same command with -Debug.");

    /// <summary>All entries, in the order of this file.</summary>
    public static IReadOnlyList<ErrorKind> All { get; } =
        [.. typeof(ErrorCatalogue).GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.FieldType == typeof(ErrorKind)).Select(f => (ErrorKind)f.GetValue(null)!)];

    /// <summary>Finds an entry by its <see cref="ErrorKind.Name"/>; <see cref="Unexpected"/> where there is none.</summary>
    /// <param name="name">The name without its <c>DbMigrate.</c> prefix.</param>
    public static ErrorKind Find(string name)
        => All.FirstOrDefault(k => string.Equals(k.Name, name, StringComparison.Ordinal)) ?? Unexpected;
}
