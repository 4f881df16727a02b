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
        => Rename(sql, from, (references, i) => references.IsTable(i) ? (references._tokens[i].Position, SqlText.Quote(to)) : null);

    /// <summary>The text with the table's new name, and with its schema where that is not the one of names without.</summary>
    /// <param name="sql">A statement or expression.</param>
    /// <param name="from">The old name.</param>
    /// <param name="to">The new name.</param>
    /// <param name="defaultSchema">The schema of names without one; null where there are no schemas.</param>
    public static string Rename(string sql, ObjectName from, ObjectName to, string? defaultSchema)
        => from.Schema is null && to.Schema is null && defaultSchema is null
            ? Rename(sql, from.Name, to.Name)
            : Rename(sql, from.Name, (references, i) => references.Follow(i, from, to, defaultSchema));

    /// <summary>Whether a statement refers to a table.</summary>
    /// <param name="sql">The statement.</param>
    /// <param name="table">The table's name.</param>
    /// <param name="defaultSchema">The schema of names without one; null where there are no schemas.</param>
    public static bool Any(string sql, ObjectName table, string? defaultSchema)
        => Rename(sql, table, table with { Name = table.Name + "'" }, defaultSchema) != sql;

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

    // The function says where the reference starts that a name ends, and what takes its place; null for something else.
    private static string Rename(string sql, string name, Func<TableReferences, int, (int Start, string Text)?> follow)
    {
        if (!sql.Contains(name.Replace("\"", "\"\"", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase) && !sql.Contains(name, StringComparison.OrdinalIgnoreCase))
            return sql;
        var references = new TableReferences([.. SqlTokenizer.Tokenize(sql).Where(t => !t.IsTrivia)]);
        var text = new StringBuilder();
        var at = 0;
        for (var i = 0; i < references._tokens.Count; i++)
        {
            var token = references._tokens[i];
            if (!token.Name.Equals(name, StringComparison.OrdinalIgnoreCase) || follow(references, i) is not { } found)
                continue;
            text.Append(sql, at, found.Start - at).Append(found.Text);
            at = token.End;
        }

        return text.Append(sql, at, sql.Length - at).ToString();
    }

    private (int Start, string Text)? Follow(int index, ObjectName from, ObjectName to, string? defaultSchema)
    {
        if (!_tokens[index].IsName)
            return null;
        var isQualified = index > 1 && _tokens[index - 1].IsOperator(".");
        var first = _tokens[isQualified ? index - 2 : index];
        var schema = !isQualified || first.Name.Equals(defaultSchema, StringComparison.OrdinalIgnoreCase) ? null : first.Name;
        var isBeforeColumn = index + 1 < _tokens.Count && _tokens[index + 1].IsOperator(".");
        var isTable = _sources.Contains(isQualified ? index - 2 : index) || (isQualified && isBeforeColumn);
        if (isTable)
            return string.Equals(schema, from.Schema, StringComparison.OrdinalIgnoreCase) ? (first.Position, SqlText.Quote(to)) : null;
        return !isQualified && isBeforeColumn ? (first.Position, SqlText.Quote(to.Name)) : null;
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
