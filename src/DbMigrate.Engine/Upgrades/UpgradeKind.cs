namespace DbMigrate.Engine.Upgrades;

/// <summary>What of a column an upgrade changes.</summary>
internal enum UpgradeKind
{
    /// <summary>It stays and is altered.</summary>
    Facet,

    /// <summary>It is renamed, or comes, or goes.</summary>
    Name,

    /// <summary>No column: which columns the types of a hierarchy have in a table.</summary>
    Types,
}
