using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Tests.Sql.Sqlite;

namespace DbMigrate.Engine.Tests.SqliteFidelity;

/// <summary>Everything that a SQLite file holds, as text.</summary>
internal static class Snapshot
{
    private static readonly string[] Pragmas =
        ["foreign_keys", "legacy_alter_table", "writable_schema", "recursive_triggers", "application_id", "user_version", "encoding", "auto_vacuum", "journal_mode", "defer_foreign_keys"];

    /// <summary>The schema as SQLite keeps it, but for the text of one table.</summary>
    public static IEnumerable<string> Schema(SqliteFile file, string? exceptTable = null)
        => file.Query("SELECT type, name, tbl_name, iif(type = 'table' AND name = " + Literal(exceptTable ?? "") + ", '', sql) FROM sqlite_master ORDER BY type, name");

    /// <summary>The pragmas and high-water marks.</summary>
    public static IEnumerable<string> Settings(SqliteFile file)
        => Pragmas.Select(p => p + " " + string.Join(";", file.Query("PRAGMA " + p)))
            .Concat(file.Query("SELECT 1 FROM sqlite_master WHERE name = 'sqlite_sequence'").Count == 0 ? [] : file.Query("SELECT name, seq FROM sqlite_sequence ORDER BY name"));

    /// <summary>The rows of all tables with their ids, in SQL so that types show.</summary>
    public static IEnumerable<string> Rows(SqliteFile file, SchemaState state) => state.Tables.Values.SelectMany(t => Rows(file, t));

    /// <summary>The rows of a table.</summary>
    public static IEnumerable<string> Rows(SqliteFile file, Table table)
    {
        var rowId = table.Annotations[OperationAnnotations.WithoutRowId] is true ? "''" : "_rowid_";
        var columns = string.Join(", ", table.Columns.Select(c => $"quote({SqlText.Quote(c.Name)})"));
        return file.Query($"SELECT {rowId}, {columns} FROM {SqlText.Quote(table.Name.Name)} ORDER BY 1, 2").Select(r => table.Name + " " + r);
    }

    private static string Literal(string name) => "'" + name.Replace("'", "''") + "'";
}
