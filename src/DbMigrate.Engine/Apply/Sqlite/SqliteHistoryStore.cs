using System.Collections.Generic;
using System.Data.Common;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Apply.Sqlite;

/// <summary>History and log on SQLite.</summary>
internal sealed class SqliteHistoryStore(string table) : HistoryStore(new ObjectName(null, table))
{
    protected override HistoryDefinition Definition { get; } = new("TEXT", "INTEGER", "INTEGER NOT NULL PRIMARY KEY");

    protected override string Now => "strftime('%Y-%m-%dT%H:%M:%f0000+00:00', 'now')";

    protected override string Key => "\"Revision\" COLLATE NOCASE";

    public override bool HasTable(DbConnection connection, ObjectName table, int commandTimeout)
        => Query(connection, $"SELECT name FROM sqlite_master WHERE type = 'table' AND name = {Literal(table.Name)} COLLATE NOCASE", commandTimeout).Count > 0;

    protected override IReadOnlyList<string> ColumnsOf(DbConnection connection, ObjectName table, int commandTimeout)
        => Query(connection, $"SELECT name FROM pragma_table_info({Literal(table.Name)})", commandTimeout);

    public override string Quote(string name) => "\"" + name.Replace("\"", "\"\"") + "\"";

    // A NUL ends a statement's text.
    public override string Literal(string text) => "'" + text.Replace("'", "''").Replace("\0", "") + "'";
}
