namespace DbMigrate.Engine;

/// <summary>Our own annotations on EF's operations.</summary>
public static class OperationAnnotations
{
    /// <summary>Prefix of all of them.</summary>
    public const string Prefix = "DbMigrate:";

    /// <summary>True on an <c>AddColumn</c> or <c>AlterColumn</c> whose default is a one-time fill of the rows that are there, not schema.</summary>
    public const string Fill = "DbMigrate:Fill";

    /// <summary>True on an operation that is left out where the schema is already as it would make it, or has nothing that it could change.</summary>
    public const string IfNeeded = "DbMigrate:IfNeeded";

    /// <summary>The property behind a column, where it is called otherwise than the column.</summary>
    public const string Property = "DbMigrate:Property";

    /// <summary>The entity type behind a table, as evidence for renames.</summary>
    public const string Entity = "DbMigrate:Entity";

    /// <summary>The entity types of a hierarchy whose rows are in a table, a text for each; what rows are copied by where the hierarchy moves to other tables.</summary>
    public const string Types = "DbMigrate:Types";

    /// <summary>The properties that a column with JSON has, a text for each: <c>Address.City</c>, or <c>Address.City = town</c> where its name in the JSON is another one.</summary>
    public const string Json = "DbMigrate:Json";

    /// <summary>True on rows that SQL of the same revision has copied already: they are recorded, and nothing is done to the database.</summary>
    public const string Copied = "DbMigrate:Copied";

    /// <summary>
    /// True on SQL that drops views or triggers which the same revision makes again: on PostgreSQL they get back what they
    /// had beside their text, and materialized views their rows.
    /// </summary>
    public const string MadeAgain = "DbMigrate:MadeAgain";

    /// <summary>True on a SQLite table that is <c>STRICT</c>.</summary>
    public const string Strict = "DbMigrate:Strict";

    /// <summary>True on a SQLite table that is <c>WITHOUT ROWID</c>.</summary>
    public const string WithoutRowId = "DbMigrate:WithoutRowId";

    /// <summary>What a key of a SQLite table does on conflict: <c>REPLACE</c>, <c>IGNORE</c>, <c>FAIL</c>, <c>ROLLBACK</c> or <c>ABORT</c>.</summary>
    public const string Conflict = "DbMigrate:Conflict";

    /// <summary>What a required column of a SQLite table does on NULL; values as of <see cref="Conflict"/>.</summary>
    public const string NotNullConflict = "DbMigrate:NotNullConflict";

    /// <summary>The columns of a SQLite key as SQL, where they have a collation or direction: <c>"a" COLLATE NOCASE, "b" DESC</c>.</summary>
    public const string KeyColumns = "DbMigrate:KeyColumns";

    /// <summary>True on a SQLite primary key that is written <c>INTEGER PRIMARY KEY DESC</c> in its column, which makes it no alias of the rowid.</summary>
    public const string InlineDescending = "DbMigrate:InlineDescending";

    /// <summary>The type that an altered sequence gets, by its CLR name: <c>Int32</c>. EF's operation has no place for it.</summary>
    public const string SequenceType = "DbMigrate:SequenceType";

    /// <summary>When a foreign key is checked, as SQL: <c>DEFERRABLE INITIALLY DEFERRED</c>.</summary>
    public const string Deferrable = "DbMigrate:Deferrable";

    /// <summary>
    /// On a constraint that the database keeps without a name, although EF's operations must give one: true where it is
    /// added; where it is dropped, its columns or condition as SQL.
    /// </summary>
    public const string Unnamed = "DbMigrate:Unnamed";

    /// <summary>The name after <c>MATCH</c> of a foreign key.</summary>
    public const string Match = "DbMigrate:Match";

    /// <summary>True on a PostgreSQL constraint that was never checked against the rows that were there.</summary>
    public const string NotValid = "DbMigrate:NotValid";

    /// <summary>True on a PostgreSQL index that a failed <c>CREATE INDEX CONCURRENTLY</c> left behind; it serves nobody.</summary>
    public const string Invalid = "DbMigrate:Invalid";
}
