using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Sql.Text;

namespace DbMigrate.Engine.Replay;

/// <summary>
/// The columns of a view where the database keeps them as they were when it was made: <c>*</c> shows the columns of then,
/// and what shows a column of a table keeps its name when that gets another one.
/// </summary>
internal static class ViewColumns
{
    /// <summary>The text with the columns in place of <c>*</c>, as far as its tables are known.</summary>
    /// <param name="session">The schema.</param>
    /// <param name="sql">The statement that creates the view.</param>
    public static string Expand(ReplaySession session, string sql)
        => sql.Contains('*', StringComparison.Ordinal) ? Edit(sql, (tokens, scope, start, end) => Columns(session, tokens, scope, start, end) is { } columns ? (tokens[start].Position, columns) : null) : sql;

    /// <summary>The text in which each column of a table that is shown says under which name.</summary>
    /// <param name="sql">The statement that creates the view.</param>
    /// <param name="column">The column's name.</param>
    public static string Name(string sql, string column)
        => Edit(sql, (tokens, _, start, end) => IsShown(tokens, start, end, column) ? (tokens[end - 1].End, " AS " + SqlText.Quote(column)) : null);

    /// <summary>The text in which a column of a table that is shown under its own name does not say so.</summary>
    /// <param name="sql">The statement that creates the view.</param>
    /// <param name="column">The column's name.</param>
    public static string Unname(string sql, string column)
        => Edit(sql, (tokens, _, start, end) => end - start > 2 && tokens[end - 2].Is("AS") && tokens[end - 1].Name == column && IsShown(tokens, start, end - 2, column) ? (tokens[end - 3].End, "") : null);

    // The function says where to write for what is shown from one token to the one before another, and what; what stood there goes.
    private static string Edit(string sql, Func<List<SqlToken>, QueryScope, int, int, (int At, string Text)?> edit)
    {
        var tokens = SqlTokenizer.Tokenize(sql).Where(t => !t.IsTrivia).ToList();
        var text = new StringBuilder(sql);
        foreach (var (scope, start, end) in QueryScopes.Read(tokens).All.SelectMany(s => s.Items.Select(i => (s, i.Start, i.End))).OrderByDescending(i => i.End))
        {
            if (edit(tokens, scope, start, end) is { } found)
                text.Remove(found.At, tokens[end - 1].End - found.At).Insert(found.At, found.Text);
        }

        return text.ToString();
    }

    // [a.]b, with a cast to a type at most.
    private static bool IsShown(List<SqlToken> tokens, int start, int end, string column)
    {
        var at = start;
        while (at + 2 < end && tokens[at + 1].IsOperator("."))
            at += 2;
        if (!tokens[at].IsName || !tokens[at].Name.Equals(column, StringComparison.OrdinalIgnoreCase))
            return false;
        return at + 1 == end || (tokens[at + 1].IsOperator("::") && tokens.Skip(at + 2).Take(end - at - 2).All(t => !t.Is("AS") && t.Kind != SqlTokenKind.QuotedName));
    }

    private static string? Columns(ReplaySession session, List<SqlToken> tokens, QueryScope scope, int start, int end)
    {
        if (scope.IsJoinedByNames || !tokens[end - 1].IsOperator("*") || (end - start != 1 && !(end - start == 3 && tokens[start + 1].IsOperator("."))))
            return null;
        var sources = end - start == 1 ? scope.Sources : [.. scope.Sources.Where(s => s.Alias.Equals(tokens[start].Name, StringComparison.OrdinalIgnoreCase))];
        var tables = sources.Select(s => (s.Alias, Table: ViewTables.Find(session, s))).ToList();
        return tables.Count == 0 || tables.Exists(t => t.Table is null)
            ? null
            : string.Join(", ", tables.SelectMany(t => t.Table!.Columns.Select(c => SqlText.Quote(t.Alias) + "." + SqlText.Quote(c.Name))));
    }
}
