namespace DbMigrate.Output;

/// <summary>One operation of a generated revision.</summary>
public sealed record MigrationOperation
{
    /// <summary>Logical name of the database in a multi-database folder; else empty.</summary>
    public string Database { get; init; } = "";

    /// <summary>What is done, in EF Core's words, for example <c>AddColumn</c>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The table, or table and column, that it is done to.</summary>
    public string Object { get; init; } = "";

    /// <summary>The operation in one readable line.</summary>
    public string Text { get; init; } = "";

    /// <summary>Whether it loses data.</summary>
    public bool IsDestructive { get; init; }

    /// <summary>Why it is there where an upgrade of EF Core is the reason and not the model; else empty.</summary>
    public string Cause { get; init; } = "";

    /// <summary>The readable line, after the name of the database where it has one.</summary>
    public override string ToString() => Database.Length > 0 ? $"{Database}: {Text}" : Text;
}
