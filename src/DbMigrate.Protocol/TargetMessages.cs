namespace DbMigrate.Protocol;

/// <summary>What a worker is started for. One worker process serves one target build.</summary>
internal sealed class LoadRequest
{
    public const int DefaultStartTimeout = 60;

    /// <summary>Full path of the assembly with the <c>DbContext</c>; empty where <see cref="ProviderPath"/> is used.</summary>
    public string Assembly { get; set; } = "";

    /// <summary>Full path of a provider assembly (without a target); its folder supplies EF Core too.</summary>
    public string ProviderPath { get; set; } = "";

    /// <summary>The project's folder, working directory and content root of the target; empty without a project.</summary>
    public string ProjectDirectory { get; set; } = "";

    /// <summary>Value for <c>DOTNET_ENVIRONMENT</c> and <c>ASPNETCORE_ENVIRONMENT</c>; empty leaves what is set, else <c>Development</c>.</summary>
    public string Environment { get; set; } = "";

    /// <summary>What the target's app, or a design-time factory, is given as arguments.</summary>
    public string[] Arguments { get; set; } = [];

    /// <summary>How many seconds the target's app may take until it has built its host.</summary>
    public int StartTimeout { get; set; } = DefaultStartTimeout;

    /// <summary>Whether a worker said already which frameworks a class library needs.</summary>
    public bool FrameworksAreKnown { get; set; }

    /// <summary>Full path of <c>DbMigrate.Engine.dll</c>, loaded beside the target.</summary>
    public string Engine { get; set; } = "";

    /// <summary>Where compiled scripts are cached (the user's cache folder).</summary>
    public string CacheDirectory { get; set; } = "";
}

/// <summary>What was loaded.</summary>
internal sealed class LoadResult
{
    /// <summary>Frameworks that the target needs and this process does not have; then nothing was loaded.</summary>
    public string[] MissingFrameworks { get; set; } = [];

    public string RuntimeVersion { get; set; } = "";

    public string EfCoreVersion { get; set; } = "";

    /// <summary>The worker's own copy of the target; empty where it made none. Removed with the worker.</summary>
    public string PrivateDirectory { get; set; } = "";
}

/// <summary>Asks for the contexts in the target.</summary>
internal sealed class ContextsRequest
{
    /// <summary>Name or full name; empty for all.</summary>
    public string Context { get; set; } = "";
}

internal sealed class ContextsResult
{
    public ContextInfo[] Contexts { get; set; } = [];
}

/// <summary>A <c>DbContext</c> found in the target.</summary>
internal sealed class ContextInfo
{
    public string Name { get; set; } = "";

    public string FullName { get; set; } = "";

    public string Assembly { get; set; } = "";

    /// <summary>EF's provider name, for example <c>Microsoft.EntityFrameworkCore.Sqlite</c>; empty where the context cannot be created.</summary>
    public string Provider { get; set; } = "";

    /// <summary>Server or file, never with a secret.</summary>
    public string DataSource { get; set; } = "";

    public string Database { get; set; } = "";

    public string EfCoreVersion { get; set; } = "";

    /// <summary>Why it cannot be created; empty where it can.</summary>
    public string Problem { get; set; } = "";
}
