using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DbMigrate.Engine.Sql.Text;
using DbMigrate.Engine.Tests.Apply;
using DbMigrate.Protocol;
using Microsoft.Data.Sqlite;

namespace DbMigrate.Engine.Tests.Offline;

/// <summary>A folder with a chain, a branch and a merge, compiled once, and as many databases as wanted.</summary>
public sealed class Blog : IDisposable
{
    private int _databases;

    public Blog()
    {
        Work.Script(
            "a",
            null,
            """
            migrationBuilder.CreateTable(name: "P", columns: t => new { Id = t.Column<int>(type: "INTEGER", nullable: false).Annotation("Sqlite:Autoincrement", true), N = t.Column<string>(type: "TEXT", nullable: true) }, constraints: t => t.PrimaryKey("PK_P", x => x.Id));
            migrationBuilder.CreateTable(name: "C", columns: t => new { Id = t.Column<int>(type: "INTEGER", nullable: false), PId = t.Column<int>(type: "INTEGER", nullable: false) }, constraints: t => { t.PrimaryKey("PK_C", x => x.Id); t.ForeignKey("FK_C_P", x => x.PId, "P", "Id", onDelete: ReferentialAction.Cascade); });
            migrationBuilder.Sql("INSERT INTO P VALUES (1, 'one'), (2, NULL), (3, 'it''s; -- three')");
            migrationBuilder.Sql("INSERT INTO C VALUES (10, 1), (20, 2), (30, 3)");
            """,
            """migrationBuilder.DropTable("C"); migrationBuilder.DropTable("P");""",
            "posts and\ncomments");
        Work.Script(
            "b1",
            "a",
            """migrationBuilder.AlterColumn<string>(name: "N", table: "P", type: "TEXT", nullable: false, defaultValue: "?", oldClrType: typeof(string), oldType: "TEXT", oldNullable: true);""",
            """migrationBuilder.AlterColumn<string>(name: "N", table: "P", type: "TEXT", nullable: true, oldClrType: typeof(string), oldType: "TEXT", oldNullable: false, oldDefaultValue: "?");""");
        Work.Script(
            "b2",
            "a",
            """
            migrationBuilder.CreateTable(name: "T", columns: t => new { Id = t.Column<int>(type: "INTEGER", nullable: false), W = t.Column<string>(type: "TEXT", nullable: true) }, constraints: t => t.PrimaryKey("PK_T", x => x.Id));
            migrationBuilder.Sql(@"CREATE TRIGGER log_c AFTER DELETE ON C BEGIN INSERT INTO T (W) VALUES ('gone; ' || OLD.Id); END;");
            """,
            """migrationBuilder.Sql("DROP TRIGGER log_c"); migrationBuilder.DropTable("T");""");
        Work.Script(
            "m",
            "b1,b2",
            """
            migrationBuilder.AddColumn<int>(name: "Rank", table: "P", type: "INTEGER", nullable: false, defaultValue: 7);
            migrationBuilder.CreateIndex(name: "IX_P_N", table: "P", column: "N", unique: true);
            """,
            """migrationBuilder.DropIndex("IX_P_N", "P"); migrationBuilder.DropColumn("Rank", "P");""",
            "it's a merge");
        Work.Script("n", "m", """migrationBuilder.DeleteData(table: "P", keyColumn: "Id", keyValue: 3);""");
        Work.Script(
            "o",
            "n",
            """migrationBuilder.AlterColumn<string>(name: "N", table: "P", type: "TEXT", maxLength: 50, nullable: true, oldClrType: typeof(string), oldType: "TEXT", oldNullable: false, oldDefaultValue: "?");""",
            """migrationBuilder.AlterColumn<string>(name: "N", table: "P", type: "TEXT", nullable: false, defaultValue: "?", oldClrType: typeof(string), oldType: "TEXT", oldMaxLength: 50, oldNullable: true);""");
    }

    internal Workspace Work { get; } = new();

    /// <summary>A database file where revisions are applied.</summary>
    internal string Database(params string[] revisions)
    {
        var path = Path.Combine(Work.Folder, $"db{++_databases}.db");
        if (revisions.Length > 0)
            Work.Apply(At(path, Work.Plan(revisions)));
        return path;
    }

    internal static PlanRequest At(string path, PlanRequest request)
    {
        request.Database.ConnectionString = "Data Source=" + path;
        return request;
    }

    /// <summary>The script of a range, as a file has it.</summary>
    internal string Script(params string[] range)
        => Text(Work.Result<SqlResult>(Methods.Script, new ScriptRequest { Folder = Work.FolderMessage, Database = new DatabaseMessage { Context = Work.Context }, Range = range }));

    internal static string Text(SqlResult result) => result.FirstLines + string.Concat(result.Steps.Select(s => s.Sql));

    /// <summary>
    /// Catalog and rows, apart from times, durations and who did it, and from blanks between words: where a column was
    /// added, SQLite lays its text out in its own way, and a rebuild follows what it finds.
    /// </summary>
    internal static IReadOnlyList<string> Dump(string path)
    {
        if (!File.Exists(path))
            return [];
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        var dump = Rows("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name").ConvertAll(WithoutLayout);
        foreach (var table in Rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"))
        {
            dump.AddRange(Rows(table switch
            {
                "__DbMigrationHistory" => "SELECT 'history', Revision, Message, ScriptHash, EfVersion, ToolVersion, Kind FROM __DbMigrationHistory ORDER BY Revision",
                "__DbMigrationLog" => "SELECT 'log', Id, Revision, Direction, Outcome, Statement, Error, ToolVersion FROM __DbMigrationLog ORDER BY Id",
                _ => $"SELECT '{table}', * FROM \"{table}\" ORDER BY 2",
            }));
        }
        return dump;

        List<string> Rows(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            using var reader = command.ExecuteReader();
            var rows = new List<string>();
            while (reader.Read())
                rows.Add(string.Join("|", Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "NULL" : Convert.ToString(reader.GetValue(i)))));
            return rows;
        }
    }

    private static string WithoutLayout(string sql) => string.Join(" ", SqlTokenizer.Tokenize(sql).Where(t => !t.IsTrivia).Select(t => t.Text));

    public void Dispose() => Work.Dispose();
}
