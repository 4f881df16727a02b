using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Sql.Text;

namespace DbMigrate.Engine.Replay;

/// <summary>
/// Finds a column of a table or view in the text of another view. A name belongs to it where its qualifier says so, or where
/// it has none and the query around it reads the table.
/// </summary>
internal sealed class ViewReferences
{
    private static readonly string[] InExpressions = ["AND", "OR", "NOT", "IN", "LIKE", "ILIKE", "BETWEEN", "IS", "DISTINCT", "FROM", "CASE", "WHEN", "THEN", "ELSE", "ALL", "ON"];

    private readonly ReplaySession _session;
    private readonly ObjectName _table;
    private readonly string _column;
    private readonly List<SqlToken> _tokens;
    private readonly QueryScopes _scopes;

    /// <summary>Reads a view.</summary>
    /// <param name="session">The schema.</param>
    /// <param name="table">The table or view that has the column.</param>
    /// <param name="column">The column's name.</param>
    /// <param name="sql">The statement that creates the view.</param>
    public ViewReferences(ReplaySession session, ObjectName table, string column, string sql)
    {
        (_session, _table, _column) = (session, table, column);
        _tokens = SqlTokenizer.Tokenize(sql).Where(t => !t.IsTrivia).ToList();
        _scopes = QueryScopes.Read(_tokens);
    }

    /// <summary>Where the column's name stands and means no other column as well, in order.</summary>
    public IEnumerable<SqlToken> Names => Enumerable.Range(0, _tokens.Count).Where(IsOurs).Select(i => _tokens[i]);

    /// <summary>Whether the view names the column, or joins by it.</summary>
    public bool IsNamed => Enumerable.Range(0, _tokens.Count).Any(i => IsOurs(i) || IsJoined(i));

    /// <summary>Whether the view shows the column with all others, by <c>*</c>.</summary>
    public bool IsShownWithAll
        => _scopes.All.Exists(scope => scope.Items.Exists(i => _tokens[i.End - 1].IsOperator("*") && (i.End - i.Start) switch
        {
            1 => scope.Sources.Exists(IsTable),
            3 => scope.Find(_tokens[i.Start].Name) is { } source && IsTable(source),
            _ => false,
        }));

    private bool IsOurs(int index)
    {
        if (!IsName(index) || _scopes.At(index) is not { } scope)
            return false;
        if (IsOperator(index - 1, "."))
            return scope.Find(_tokens[index - 2].Name) is { } source && IsTable(source);
        var isFunction = _tokens[index].Kind == SqlTokenKind.Word && IsOperator(index + 1, "(");
        var isOther = IsOperator(index + 1, ".") || IsOperator(index - 1, "::") || _tokens[index - 1].Is("COLLATE") || IsAlias(scope, index);
        return !isFunction && !isOther && !(_scopes.IsOrder(index) && IsShown(scope)) && IsUnqualifiedOurs(scope);
    }

    // One name for a column of each table.
    private bool IsJoined(int index)
        => IsName(index) && !IsOperator(index - 1, ".") && _scopes.At(index) is { IsJoinedByNames: true } scope && scope.Sources.Exists(IsTable);

    private bool IsName(int index)
        => _tokens[index].Kind is SqlTokenKind.Word or SqlTokenKind.QuotedName && _tokens[index].Name.Equals(_column, StringComparison.OrdinalIgnoreCase);

    private bool IsUnqualifiedOurs(QueryScope? scope)
    {
        for (; scope is not null; scope = scope.Parent)
        {
            var tables = scope.Sources.Select(s => (IsOurs: IsTable(s), Table: ViewTables.Find(_session, s))).ToList();
            var ours = tables.Exists(t => t.IsOurs);
            if (tables.Exists(t => !t.IsOurs && (t.Table is null ? !ours : t.Table.FindColumn(_column) is not null)))
                return false;
            if (ours)
                return true;
        }

        return false;
    }

    private bool IsTable(QuerySource source) => ViewTables.Is(_session, source, _table);

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
