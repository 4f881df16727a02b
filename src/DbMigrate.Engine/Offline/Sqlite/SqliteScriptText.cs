using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using DbMigrate.Engine.Apply;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Sql.Text;

namespace DbMigrate.Engine.Offline.Sqlite;

/// <summary>
/// The text of one transaction while it is written: what a session of a run does, statement by statement. SQLite can
/// neither branch nor raise an error in plain SQL; a row that violates a check whose name says what is wrong ends the
/// client, and the transaction with it.
/// </summary>
internal sealed class SqliteScriptText(string title)
{
    private const string CheckTable = "\"_dbm_check\"";
    private const string ViolationTable = "\"_dbm_violations\"";
    private const string Violations = "SELECT \"table\", \"parent\", COUNT(*) AS \"rows\" FROM pragma_foreign_key_check GROUP BY \"table\", \"parent\"";

    private readonly StringBuilder _text = new($"-- {title.ReplaceLineEndings(" ")}\n");
    private bool _hasRebuild;

    public void Begin(bool hasRebuild)
    {
        _hasRebuild = hasRebuild;
        if (hasRebuild)
            Append("PRAGMA foreign_keys = OFF");
        BeginAgain();
    }

    public void BeginAgain() => Append("BEGIN IMMEDIATE");

    /// <summary>Fails unless the history table is as it must be.</summary>
    public void Check(IReadOnlyList<RowCheck> checks, HistoryStore history)
    {
        if (checks.Count > 0)
            Require([.. checks.Select(c => c.Failure)], "SELECT\n    " + string.Join(",\n    ", checks.Select(c => $"({history.Holds(c)})")));
    }

    /// <summary>Notes which rows violate foreign keys already; those are nobody's fault.</summary>
    public void RememberViolations() => Append($"CREATE TEMP TABLE {ViolationTable} AS {Violations}");

    public void Commit()
    {
        if (_hasRebuild)
        {
            Require(
                ["rows would violate foreign keys"],
                $"SELECT NOT EXISTS (\n    SELECT 1 FROM ({Violations}) AS n\n    LEFT JOIN temp.{ViolationTable} AS o ON o.\"table\" = n.\"table\" AND o.\"parent\" = n.\"parent\"\n"
                    + "    WHERE n.\"rows\" > COALESCE(o.\"rows\", 0))");
        }
        Append("COMMIT");
    }

    public void End()
    {
        Commit();
        if (!_hasRebuild)
            return;
        Append($"DROP TABLE temp.{ViolationTable}");
        Append("PRAGMA foreign_keys = ON");
    }

    public void Append(string statement) => _text.Append(Ended(statement.TrimEnd())).Append('\n');

    public override string ToString() => _text.ToString();

    // A terminator must not become part of a comment, of which the last may never have been closed.
    private static string Ended(string statement)
    {
        var last = SqlTokenizer.Tokenize(statement).LastOrDefault();
        return last switch
        {
            { Kind: SqlTokenKind.Comment } when last.Text.StartsWith("--", StringComparison.Ordinal) => statement + "\n;",
            { Kind: SqlTokenKind.Comment } when last.Text.Length < 4 || !last.Text.EndsWith("*/", StringComparison.Ordinal) => statement + " */;",
            _ => statement.EndsWith(';') ? statement : statement + ";",
        };
    }

    private void Require(IReadOnlyList<string> failures, string query)
    {
        var columns = failures.Select((failure, i) => $"    \"c{i + 1}\" INTEGER CONSTRAINT {SqlText.Quote(failure)} CHECK (\"c{i + 1}\")");
        Append($"CREATE TEMP TABLE {CheckTable} (\n{string.Join(",\n", columns)}\n)");
        Append($"INSERT INTO temp.{CheckTable}\n{query}");
        Append($"DROP TABLE temp.{CheckTable}");
    }
}
