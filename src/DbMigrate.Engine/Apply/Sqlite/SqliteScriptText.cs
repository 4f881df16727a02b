using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using DbMigrate.Engine.Providers;

namespace DbMigrate.Engine.Apply.Sqlite;

/// <summary>A revision as text for SQLite's own client: what <see cref="SqliteSession"/> does, statement by statement.</summary>
internal static class SqliteScriptText
{
    public static string Write(string title, SqlScript script, IEnumerable<string> bookkeeping)
    {
        var text = new StringBuilder();
        text.Append("-- ").Append(title.ReplaceLineEndings(" ")).Append('\n');
        if (script.HasRebuild)
            Append(text, "PRAGMA foreign_keys = OFF");
        Append(text, "BEGIN IMMEDIATE");
        foreach (var statement in script.Statements)
        {
            if (statement.SuppressTransaction)
                Append(text, "COMMIT");
            Append(text, statement.Text);
            if (statement.SuppressTransaction)
                Append(text, "BEGIN IMMEDIATE");
        }
        foreach (var statement in bookkeeping)
            Append(text, statement);
        Append(text, "COMMIT");
        if (script.HasRebuild)
            Append(text, "PRAGMA foreign_keys = ON");
        return text.ToString();
    }

    private static void Append(StringBuilder text, string statement)
    {
        var trimmed = statement.TrimEnd();
        text.Append(trimmed);
        if (trimmed.Split('\n').Last().Contains("--", StringComparison.Ordinal))
            text.Append('\n').Append(';');
        else if (!trimmed.EndsWith(';'))
            text.Append(';');
        text.Append('\n');
    }
}
