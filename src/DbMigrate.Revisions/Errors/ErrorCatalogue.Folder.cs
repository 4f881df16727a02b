namespace DbMigrate.Revisions.Errors;

// The migrations folder, its settings and its hooks.
public static partial class ErrorCatalogue
{
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
}
