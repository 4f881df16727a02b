using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Diff;

/// <summary>What the rows that are there get in a column.</summary>
/// <param name="Value">A value in the column's CLR type; null where <paramref name="Sql"/> is used.</param>
/// <param name="Sql">A SQL expression; null where a value is used.</param>
internal sealed record Fill(object? Value, string? Sql)
{
    /// <summary>Whether the column's own default does the same.</summary>
    public bool IsDefaultOf(Column column)
        => Value is null ? Sql == column.DefaultSql : SeedRow.ValueEquals(Value, column.Hints.DefaultValue);
}
