using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Diff;

/// <summary>What a seeded row has in a column. A row leaves out what is the column's default.</summary>
/// <param name="IsKnown">False where only the database knows, because an expression gives it.</param>
/// <param name="Value">The value.</param>
internal readonly record struct SeedCell(bool IsKnown, object? Value)
{
    /// <summary>What only the database knows.</summary>
    public static SeedCell Unknown { get; } = new(false, null);

    /// <summary>A row's own value, or the column's default.</summary>
    public static SeedCell Of(SeedRow row, Column column)
        => row.Values.TryGetValue(column.Name, out var value) ? new(true, value) : DefaultOf(column);

    /// <summary>A column's default.</summary>
    public static SeedCell DefaultOf(Column column)
        => column.ComputedSql is not null ? Unknown
            : column.DefaultSql is null ? new(true, null)
            : column.Hints.DefaultValue is { } value ? new(true, value)
            : Unknown;
}
