using System.Collections.Generic;
using System.Data.Common;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Apply.Sqlite;

/// <summary>History and log on SQLite.</summary>
internal sealed class SqliteHistoryStore(string table) : HistoryStore(new ObjectName(null, table))
{
    public override string CreateHistory => $"""
        CREATE TABLE IF NOT EXISTS {Quote(HistoryTable)} (
            "Revision" TEXT NOT NULL PRIMARY KEY,
            "Message" TEXT NOT NULL,
            "AppliedAt" TEXT NOT NULL,
            "AppliedBy" TEXT NOT NULL,
            "DurationMs" INTEGER NOT NULL,
            "ScriptHash" TEXT NOT NULL,
            "EfVersion" TEXT NOT NULL,
            "ToolVersion" TEXT NOT NULL,
            "Kind" TEXT NOT NULL
        )
        """.ReplaceLineEndings("\n");

    public override string CreateLog => $"""
        CREATE TABLE IF NOT EXISTS {Quote(LogTable)} (
            "Id" INTEGER NOT NULL PRIMARY KEY,
            "Revision" TEXT NOT NULL,
            "Direction" TEXT NOT NULL,
            "StartedAt" TEXT NOT NULL,
            "DurationMs" INTEGER NOT NULL,
            "Outcome" TEXT NOT NULL,
            "Statement" TEXT NOT NULL,
            "Error" TEXT NOT NULL,
            "RunBy" TEXT NOT NULL,
            "ToolVersion" TEXT NOT NULL
        )
        """.ReplaceLineEndings("\n");

    protected override string Now => "strftime('%Y-%m-%dT%H:%M:%f0000+00:00', 'now')";

    protected override string Key => "\"Revision\" COLLATE NOCASE";

    public override bool HasTable(DbConnection connection, ObjectName table, int commandTimeout)
        => Query(connection, $"SELECT name FROM sqlite_master WHERE type = 'table' AND name = {Literal(table.Name)} COLLATE NOCASE", commandTimeout).Count > 0;

    protected override IReadOnlyList<string> ColumnsOf(DbConnection connection, ObjectName table, int commandTimeout)
        => Query(connection, $"SELECT name FROM pragma_table_info({Literal(table.Name)})", commandTimeout);

    public override string Quote(string name) => "\"" + name.Replace("\"", "\"\"") + "\"";

    // A NUL ends a statement's text.
    public override string Literal(string text) => "'" + text.Replace("'", "''").Replace("\0", "") + "'";

    private static List<string> Query(DbConnection connection, string sql, int commandTimeout)
    {
        using var command = connection.CreateCommand();
        command.CommandTimeout = commandTimeout;
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var values = new List<string>();
        while (reader.Read())
            values.Add(reader.GetString(0));
        return values;
    }
}
