namespace DbMigrate.Revisions.Errors;

// Scripts, and generating them.
public static partial class ErrorCatalogue
{
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
}
