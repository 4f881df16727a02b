namespace DbMigrate.Output;

/// <summary>A <c>DbContext</c> found in the target.</summary>
public sealed record MigrationContext
{
    /// <summary>The class name, as <c>-Context</c> takes it.</summary>
    public string Name { get; init; } = "";

    /// <summary>The class name with its namespace.</summary>
    public string FullName { get; init; } = "";

    /// <summary>The assembly that holds it.</summary>
    public string Assembly { get; init; } = "";

    /// <summary>EF Core's provider name; empty where the context cannot be created.</summary>
    public string Provider { get; init; } = "";

    /// <summary>Server or file.</summary>
    public string DataSource { get; init; } = "";

    /// <summary>The database's own name on its server.</summary>
    public string Database { get; init; } = "";

    /// <summary>The version of EF Core that the target uses.</summary>
    public string EfCoreVersion { get; init; } = "";

    /// <summary>Why the context cannot be created; empty where it can.</summary>
    public string Problem { get; init; } = "";
}
