using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Sql.Text;

namespace DbMigrate.Engine.Replay;

/// <summary>
/// Takes a column's new name to the text of a view, as databases do. A name belongs to the table where its qualifier says
/// so, or where it has none and the table is what the query around it reads.
/// </summary>
internal sealed class ViewRename
{
    private static readonly string[] InExpressions = ["AND", "OR", "NOT", "IN", "LIKE", "ILIKE", "BETWEEN", "IS", "DISTINCT", "FROM", "CASE", "WHEN", "THEN", "ELSE", "ALL", "ON"];

    private readonly ReplaySession _session;
    private readonly Table _table;
    private readonly string _column;
    private readonly List<SqlToken> _tokens;
    private readonly QueryScopes _scopes;

    private ViewRename(ReplaySession session, Table table, string column, string sql)
    {
        (_session, _table, _column) = (session, table, column);
        _tokens = SqlTokenizer.Tokenize(sql).Where(t => !t.IsTrivia).ToList();
        _scopes = QueryScopes.Read(_tokens);
    }

    /// <summary>Renames in all views.</summary>
    /// <param name="session">The schema.</param>
    /// <param name="table">The table, as it was.</param>
    /// <param name="from">The column's old name.</param>
    /// <param name="to">Its new name.</param>
    public static void Follow(ReplaySession session, Table table, string from, string to)
    {
        foreach (var (name, text) in session.Views.ToList())
        {
            if (new ViewRename(session, table, from, text).Renamed(text, to) is not { } renamed)
                continue;
            if (session.Traits.ViewsKeepColumns)
            {
                var named = ViewColumns.Name(text, from);
                renamed = new ViewRename(session, table, from, named).Renamed(named, to) ?? named;
            }

            session.Views[name] = renamed;
        }
    }

    private string? Renamed(string sql, string to)
    {
        var found = Enumerable.Range(0, _tokens.Count).Where(IsOurs).Select(i => _tokens[i]).Reverse().ToList();
        if (found.Count == 0)
            return null;
        var text = new StringBuilder(sql);
        foreach (var token in found)
            text.Remove(token.Position, token.Length).Insert(token.Position, SqlText.Quote(to));
        return text.ToString();
    }

    private bool IsOurs(int index)
    {
        var token = _tokens[index];
        if (token.Kind is not (SqlTokenKind.Word or SqlTokenKind.QuotedName) || !token.Name.Equals(_column, StringComparison.OrdinalIgnoreCase) || _scopes.At(index) is not { } scope)
            return false;
        if (IsOperator(index - 1, "."))
            return scope.Find(_tokens[index - 2].Name) is { } source && IsTable(source);
        var isFunction = token.Kind == SqlTokenKind.Word && IsOperator(index + 1, "(");
        var isOther = IsOperator(index + 1, ".") || IsOperator(index - 1, "::") || _tokens[index - 1].Is("COLLATE") || IsAlias(scope, index);
        return !isFunction && !isOther && !(_scopes.IsOrder(index) && IsShown(scope)) && IsUnqualifiedOurs(scope);
    }

    private bool IsUnqualifiedOurs(QueryScope? scope)
    {
        for (; scope is not null; scope = scope.Parent)
        {
            var tables = scope.Sources.Select(s => (Source: s, Table: ViewTables.Find(_session, s))).ToList();
            var ours = tables.Exists(t => t.Table?.Name == _table.Name);
            if (tables.Exists(t => t.Table is null ? !ours : t.Table.Name != _table.Name && t.Table.FindColumn(_column) is not null))
                return false;
            if (ours)
                return true;
        }

        return false;
    }

    private bool IsTable(QuerySource source) => ViewTables.Find(_session, source)?.Name == _table.Name;

    // ORDER BY knows the name of a column that is shown first.
    private bool IsShown(QueryScope scope)
        => scope.Items.Exists(i => i.End - i.Start > 1 && _tokens[i.End - 2].Is("AS") && _tokens[i.End - 1].Name.Equals(_column, StringComparison.OrdinalIgnoreCase));

    // With AS, or right behind an expression.
    private bool IsAlias(QueryScope scope, int index)
    {
        var before = _tokens[index - 1];
        return before.Is("AS")
            || (scope.Items.Exists(i => i.Start < index && i.End == index + 1)
                && (before.IsOperator(")") || (before.Kind != SqlTokenKind.Operator && !InExpressions.Any(before.Is))));
    }

    private bool IsOperator(int index, string text) => index >= 0 && index < _tokens.Count && _tokens[index].IsOperator(text);
}
