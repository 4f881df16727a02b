namespace DbMigrate.Output;

/// <summary>A template for new migrations folders.</summary>
public sealed record MigrationTemplate
{
    /// <summary>The name for <c>-Template</c>.</summary>
    public string Name { get; init; } = "";

    /// <summary>What it is for, in a sentence.</summary>
    public string Description { get; init; } = "";

    /// <summary>The folder with its files.</summary>
    public string Path { get; init; } = "";
}
