namespace DbMigrate.Protocol;

/// <summary>Asks what differs between two schemas (<see cref="Methods.Compare"/>).</summary>
internal sealed class CompareRequest
{
    /// <summary>What the model asks for, as a side; so written regardless of case.</summary>
    public const string Model = "Model";

    /// <summary>What the live database has, as a side.</summary>
    public const string Live = "Database";

    public FolderMessage Folder { get; set; } = new();

    public DatabaseMessage Database { get; set; } = new();

    /// <summary>What should be: <see cref="Model"/>, <see cref="Live"/>, or revisions in the grammar, which stand for what they add up to.</summary>
    public string Reference { get; set; } = Model;

    /// <summary>What is compared with it.</summary>
    public string Difference { get; set; } = Live;
}

internal sealed class CompareResult
{
    public DifferenceInfo[] Differences { get; set; } = [];
}
