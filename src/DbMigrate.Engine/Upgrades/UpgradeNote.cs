using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Upgrades;

/// <summary>A column that differs because of an upgrade of EF Core.</summary>
/// <param name="Kind">What of it differs.</param>
/// <param name="Table">The table.</param>
/// <param name="Column">The column; empty for the whole table.</param>
/// <param name="Text">A sentence with both versions.</param>
internal sealed record UpgradeNote(UpgradeKind Kind, ObjectName Table, string Column, string Text)
{
    /// <summary>Whether nothing else of the column differs.</summary>
    public bool IsAll { get; init; } = true;
}
