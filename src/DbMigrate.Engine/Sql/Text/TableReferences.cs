using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Sql.Text;

/// <summary>
/// Renames a table in a statement or expression as SQLite's own <c>RENAME</c> does: where a table must stand, and where
/// its name qualifies a column. Columns of the same name are left alone.
/// </summary>
internal sealed class TableReferences
{
    private static readonly string[] BeforeTables = ["FROM", "JOIN", "INTO", "UPDATE", "TABLE", "REFERENCES", "IN"];
    private static readonly string[] AfterSources = ["SELECT", "WHERE", "GROUP", "ORDER", "HAVING", "LIMIT", "WINDOW", "UNION", "EXCEPT", "INTERSECT", "SET", "VALUES", "RETURNING", "BEGIN", "WHEN"];
    private static readonly string[] Conflicts = ["ROLLBACK", "ABORT", "REPLACE", "FAIL", "IGNORE"];

    private readonly List<SqlToken> _tokens;
    private readonly HashSet<int> _sources = [];

    private TableReferences(List<SqlToken> tokens)
    {
        _tokens = tokens;
        var inSources = new Stack<bool>([false]);
        var isHead = tokens.Count > 1 && tokens[0].Is("CREATE") && tokens.Take(3).Any(t => t.Is("TRIGGER") || t.Is("INDEX"));
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (isHead && i > 0 && tokens[i - 1].Is("ON"))
            {
                _sources.Add(i);
                isHead = false;
            }
            else if (i > 0 && IsBeforeTable(i - 1, inSources.Peek()))
            {
                _sources.Add(i);
            }

            if (token.IsOperator("("))
            {
                // FROM (a JOIN b), but not INSERT INTO t (a).
                inSources.Push(_sources.Contains(i));
                if (_sources.Contains(i))
                    _sources.Add(i + 1);
            }
            else if (token.IsOperator(")") && inSources.Count > 1)
            {
                inSources.Pop();
            }
            else if (token.Is("FROM") || token.IsOperator(";") || AfterSources.Any(token.Is))
            {
                inSources.Pop();
                inSources.Push(token.Is("FROM"));
            }
        }
    }

    /// <summary>The text with the table's new name in double quotes.</summary>
    /// <param name="sql">A statement or expression.</param>
    /// <param name="from">The old name, without quotes.</param>
    /// <param name="to">The new name, without quotes.</param>
    public static string Rename(string sql, string from, string to)
    {
        if (!sql.Contains(from.Replace("\"", "\"\"", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase) && !sql.Contains(from, StringComparison.OrdinalIgnoreCase))
            return sql;
        var references = new TableReferences([.. SqlTokenizer.Tokenize(sql).Where(t => !t.IsTrivia)]);
        var text = new StringBuilder();
        var at = 0;
        for (var i = 0; i < references._tokens.Count; i++)
        {
            var token = references._tokens[i];
            if (!references.IsTable(i) || !token.Name.Equals(from, StringComparison.OrdinalIgnoreCase))
                continue;
            text.Append(sql, at, token.Position - at).Append(SqlText.Quote(to));
            at = token.End;
        }

        return text.Append(sql, at, sql.Length - at).ToString();
    }

    /// <summary>The text with the table's new name, and with its schema where that is not the one of names without.</summary>
    /// <param name="sql">A statement or expression.</param>
    /// <param name="from">The old name.</param>
    /// <param name="to">The new name.</param>
    /// <param name="defaultSchema">The schema of names without one; null where there are no schemas.</param>
    public static string Rename(string sql, ObjectName from, ObjectName to, string? defaultSchema)
    {
        if (from.Schema is null && to.Schema is null && defaultSchema is null)
            return Rename(sql, from.Name, to.Name);
        if (!sql.Contains(from.Name, StringComparison.OrdinalIgnoreCase))
            return sql;
        var references = new TableReferences([.. SqlTokenizer.Tokenize(sql).Where(t => !t.IsTrivia)]);
        var text = new StringBuilder();
        var at = 0;
        for (var i = 0; i < references._tokens.Count; i++)
        {
            var token = references._tokens[i];
            if (!token.IsName || !token.Name.Equals(from.Name, StringComparison.OrdinalIgnoreCase))
                continue;
            var isQualified = i > 1 && references._tokens[i - 1].IsOperator(".");
            var first = isQualified ? i - 2 : i;
            var schema = !isQualified || references._tokens[first].Name.Equals(defaultSchema, StringComparison.OrdinalIgnoreCase) ? null : references._tokens[first].Name;
            var isBeforeColumn = i + 1 < references._tokens.Count && references._tokens[i + 1].IsOperator(".");
            var isTable = references._sources.Contains(first) || (isQualified && isBeforeColumn);
            if (isTable ? !string.Equals(schema, from.Schema, StringComparison.OrdinalIgnoreCase) : isQualified || !isBeforeColumn)
                continue;
            text.Append(sql, at, references._tokens[first].Position - at).Append(isTable && to.Schema is not null ? SqlText.Quote(to.Schema) + "." : "").Append(SqlText.Quote(to.Name));
            at = token.End;
        }

        return text.Append(sql, at, sql.Length - at).ToString();
    }

    /// <summary>Whether a name qualifies a column somewhere in the text.</summary>
    /// <param name="sql">A statement or expression; null for none.</param>
    /// <param name="name">The name, without quotes.</param>
    public static bool IsQualifier(string? sql, string name)
    {
        if (sql is null || !sql.Contains('.', StringComparison.Ordinal))
            return false;
        var tokens = SqlTokenizer.Tokenize(sql).Where(t => !t.IsTrivia).ToList();
        return tokens.Where((t, i) => t.IsName && i + 1 < tokens.Count && tokens[i + 1].IsOperator(".") && t.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Any();
    }

    private bool IsTable(int index)
    {
        var token = _tokens[index];
        if (token.Kind is not (SqlTokenKind.Word or SqlTokenKind.QuotedName or SqlTokenKind.String))
            return false;
        var isQualified = index > 1 && _tokens[index - 1].IsOperator(".");
        if (isQualified && !_tokens[index - 2].Is("main"))
            return false;
        return _sources.Contains(isQualified ? index - 2 : index) || (token.Kind != SqlTokenKind.String && index + 1 < _tokens.Count && _tokens[index + 1].IsOperator("."));
    }

    private bool IsBeforeTable(int index, bool inSources)
    {
        var token = _tokens[index];
        return BeforeTables.Any(token.Is)
            || (inSources && token.IsOperator(","))
            || (index > 1 && Conflicts.Any(token.Is) && _tokens[index - 1].Is("OR") && _tokens[index - 2].Is("UPDATE"));
    }
}
