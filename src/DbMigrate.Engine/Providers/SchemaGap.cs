namespace DbMigrate.Engine.Providers;

/// <summary>Something that a database has and neither EF Core's operations nor ours can say.</summary>
/// <param name="Kind">What it is, for example <c>domain</c>.</param>
/// <param name="Object">Its name.</param>
/// <param name="Sql">The statement that makes it, to be written as plain SQL; null where the database does not tell.</param>
/// <param name="IsBeforeTables">Whether tables may need it; else it may need tables, and views and triggers may need it.</param>
public sealed record SchemaGap(string Kind, string Object, string? Sql, bool IsBeforeTables)
{
    /// <summary>The statement that drops it; null where it goes with something else.</summary>
    public string? DropSql { get; init; }
}
