namespace DbMigrate.Revisions.Errors;

// The target.
public static partial class ErrorCatalogue
{
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

    /// <summary>The app was started for the services that it registers, and did not come as far in time.</summary>
    public static readonly ErrorKind AppNotReady = new(
        "AppNotReady",
        "OperationTimeout",
        "Look with -Debug at what the app prints. Give it more seconds with $env:DBMIGRATE_STARTTIMEOUT, or add a class that implements IDesignTimeDbContextFactory<TContext>: then it is not started.");

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
    public static readonly ErrorKind ProviderNotSupported = new("ProviderNotSupported", "NotImplemented", "Use EF Core's provider for SQLite, or Npgsql's for PostgreSQL.");
}
