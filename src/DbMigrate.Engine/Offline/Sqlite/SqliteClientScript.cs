using DbMigrate.Engine.Apply.Sqlite;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Engine.Offline.Sqlite;

/// <summary>Scripts for <c>sqlite3</c>, SQLite's own client.</summary>
internal sealed class SqliteClientScript(SqliteHistoryStore history) : ClientScript(history)
{
    // The client leaves foreign keys off, the provider of a run turns them on.
    public override string FirstLines => ".bail on\nPRAGMA foreign_keys = ON;\n";

    public override void RequireIdempotent()
        => throw ErrorCatalogue.IdempotentNotSupported.Error(
            "A script for SQLite cannot be idempotent: SQLite has no statement that leaves out others, so that no revision can be guarded by the history table.",
            action: "Export the range that the database needs, or run Update-Database, which applies what is missing.");

    public override string Write(ScriptPart part)
    {
        var text = new SqliteScriptText(part.Title);
        text.Begin(part.Script.HasRebuild);
        foreach (var statement in part.Create)
            text.Append(statement);
        text.Check(part.Checks, History);
        if (part.Script.HasRebuild)
            text.RememberViolations();
        foreach (var statement in part.Script.Statements)
        {
            if (statement.SuppressTransaction)
                text.Commit();
            text.Append(statement.Text);
            if (statement.SuppressTransaction)
                text.BeginAgain();
        }
        foreach (var statement in part.Records)
            text.Append(statement);
        text.End();
        return text.ToString();
    }
}
