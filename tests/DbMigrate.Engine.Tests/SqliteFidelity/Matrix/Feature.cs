using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Tests.Sql.Sqlite;

namespace DbMigrate.Engine.Tests.SqliteFidelity.Matrix;

/// <summary>
/// Something that a table, or what hangs on it, can have. Every table has the columns that operations change
/// (<c>Op…</c>); a feature brings its own beside them.
/// </summary>
/// <param name="Name">What it is.</param>
internal sealed record Feature(string Name)
{
    /// <summary>The key's column.</summary>
    public string Id { get; init; } = "Id INTEGER PRIMARY KEY";

    /// <summary>More columns, with a comma before each.</summary>
    public string Columns { get; init; } = "";

    /// <summary>More constraints, with a comma before each.</summary>
    public string Constraints { get; init; } = "";

    /// <summary>What stands behind the closing parenthesis.</summary>
    public string Options { get; init; } = "";

    /// <summary>Statements before the table's.</summary>
    public string Before { get; init; } = "";

    /// <summary>Statements after the rows are there.</summary>
    public string After { get; init; } = "";

    /// <summary>Names of the feature's columns, and the values of each row in them.</summary>
    public (string Columns, string[] Rows) Values { get; init; } = ("", ["", "", ""]);

    /// <summary>Text that must be in the table's statement to the letter, whatever is changed.</summary>
    public string[] Fragments { get; init; } = [];

    /// <summary>Statements whose outcome, result or error, must be as before; the names of the table and of <c>OpText</c> are <c>$T</c> and <c>$Text</c>.</summary>
    public string[] Probes { get; init; } = [];

    /// <summary>A row for probes; with a comma before what more is given.</summary>
    public static string Insert(string columns = "", string values = "")
        => $"INSERT INTO $T ($Text, OpReq, OpInt, OpRef{columns}) VALUES ('new', 'new', 7, 1{values})";

    public SqliteFile Create()
    {
        var file = new SqliteFile();
        file.Execute("CREATE TABLE P (Id INTEGER PRIMARY KEY); INSERT INTO P VALUES (1), (2); CREATE TABLE Log (Text TEXT);" + Before);
        file.Execute($"""
            CREATE TABLE T (
              {Id},
              OpText TEXT, OpReq TEXT NOT NULL,
              OpInt INTEGER /* free */,
              OpUnique TEXT CONSTRAINT AK_Op UNIQUE,
              OpFk INTEGER CONSTRAINT FK_Op REFERENCES P (Id),
              OpRef INTEGER,
              OpComp INTEGER AS (OpInt * 2) VIRTUAL{Columns},
              CONSTRAINT CK_Op CHECK (OpInt < 1000){Constraints}
            ){Options}
            """);
        string[] ids = ["5", "7", "100"];
        for (var i = 0; i < ids.Length; i++)
        {
            var id = Id.Length == 0 ? ("rowid", ids[i]) : ("Id", ids[i]);
            if (Columns.Contains("rowid", System.StringComparison.Ordinal))
                id.Item1 = "_rowid_";
            file.Execute($"INSERT INTO T ({id.Item1}, OpText, OpReq, OpInt, OpUnique, OpFk, OpRef{Values.Columns}) VALUES ({id.Item2}, {(i == 1 ? "NULL" : $"'t{i}'")}, 'r{i}', {i}, 'u{i}', {(i == 0 ? "NULL" : "1")}, 2{Values.Rows[i]})");
        }

        file.Execute("PRAGMA foreign_keys = ON;" + After);
        return file;
    }

    /// <summary>What the probes do, without a trace.</summary>
    public IReadOnlyList<string> Probe(SqliteFile file, string table, string text)
        => [.. Probes.Select(p => Outcome(file, p.Replace("$Text", text, System.StringComparison.Ordinal).Replace("$T", $"\"{table}\"", System.StringComparison.Ordinal)))];

    private static string Outcome(SqliteFile file, string sql)
    {
        file.Execute("SAVEPOINT probe");
        try
        {
            return string.Join(";", file.QueryLast(sql));
        }
        catch (Microsoft.Data.Sqlite.SqliteException e)
        {
            // The table's name is part of some messages.
            return "error " + e.SqliteExtendedErrorCode;
        }
        finally
        {
            file.Execute("ROLLBACK TO probe; RELEASE probe");
        }
    }
}
