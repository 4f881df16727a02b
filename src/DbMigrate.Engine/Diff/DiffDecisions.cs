using System.Collections.Generic;

namespace DbMigrate.Engine.Diff;

/// <summary>What a person decided.</summary>
public sealed record DiffDecisions
{
    /// <summary>Nothing decided.</summary>
    public static DiffDecisions None { get; } = new();

    /// <summary>The entries of <c>-Rename</c>.</summary>
    public IReadOnlyList<RenameDecision> Renames { get; init; } = [];

    /// <summary>The entries of <c>-Fill</c>.</summary>
    public IReadOnlyList<FillDecision> Fills { get; init; } = [];

    /// <summary>
    /// True for the way back (<c>Down</c>): what has no value is filled with the type's default value instead of
    /// asking, because the rows' own values are gone, and nothing is taken for a rename that was not decided.
    /// </summary>
    public bool IsReverse { get; init; }

    /// <summary>The columns whose values are somewhere else already, so that nothing is lost with them.</summary>
    internal IReadOnlySet<ColumnName> Copied { get; init; } = new HashSet<ColumnName>();
}

/// <summary>One entry of <c>-Rename</c>.</summary>
/// <param name="From">The old name as the database has it: <c>table</c>, <c>sequence</c>, <c>table.column</c>, <c>schema.table.column</c>, with <c>[…]</c> around a name that has a dot.</param>
/// <param name="To">The new name; null where the object is dropped.</param>
public sealed record RenameDecision(string From, string? To);

/// <summary>One entry of <c>-Fill</c>.</summary>
/// <param name="Column"><c>table.column</c>, names after the change.</param>
/// <param name="Value">The value, invariant text or a plain object; null with <paramref name="Sql"/>, or for NULL.</param>
/// <param name="Sql">A SQL expression; null where a value is used.</param>
public sealed record FillDecision(string Column, object? Value, string? Sql);
