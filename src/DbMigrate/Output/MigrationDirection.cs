namespace DbMigrate.Output;

/// <summary>Which of a revision's two methods ran.</summary>
public enum MigrationDirection
{
    /// <summary>It was applied.</summary>
    Up,

    /// <summary>It was undone.</summary>
    Down,
}
