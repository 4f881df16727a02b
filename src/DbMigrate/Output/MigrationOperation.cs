namespace DbMigrate.Output;

/// <summary>One operation of a generated revision.</summary>
public sealed record MigrationOperation
{
    /// <summary>What is done, in EF Core's words, for example <c>AddColumn</c>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The table, or table and column, that it is done to.</summary>
    public string Object { get; init; } = "";

    /// <summary>The operation in one readable line.</summary>
    public string Text { get; init; } = "";

    /// <summary>Whether it loses data.</summary>
    public bool IsDestructive { get; init; }

    /// <summary>The readable line.</summary>
    public override string ToString() => Text;
}
