namespace DbMigrate.Engine;

/// <summary>Our own annotations on EF's operations.</summary>
public static class OperationAnnotations
{
    /// <summary>Prefix of all of them.</summary>
    public const string Prefix = "DbMigrate:";

    /// <summary>True on an <c>AddColumn</c> or <c>AlterColumn</c> whose default is a one-time fill of the rows that are there, not schema.</summary>
    public const string Fill = "DbMigrate:Fill";

    /// <summary>The property behind a column, where it is called otherwise than the column.</summary>
    public const string Property = "DbMigrate:Property";

    /// <summary>The entity type behind a table, as evidence for renames.</summary>
    public const string Entity = "DbMigrate:Entity";
}
