namespace DbMigrate.Engine.Schema;

/// <summary>What earlier versions of EF Core make of the same property; they changed their minds, nobody changed the model.</summary>
public sealed record EarlierColumn
{
    /// <summary>The column's name up to EF Core 9; null where it is the same.</summary>
    public string? Name { get; init; }

    /// <summary>Whether EF Core 8 numbers it by <c>AUTOINCREMENT</c>, on SQLite.</summary>
    public bool IsNumberedBy8 { get; init; }

    /// <summary>Whether EF Core 9 numbers it by <c>AUTOINCREMENT</c>, on SQLite.</summary>
    public bool IsNumberedBy9 { get; init; }
}
