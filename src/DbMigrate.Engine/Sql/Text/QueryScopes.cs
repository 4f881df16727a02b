using System;
using System.Collections.Generic;
using System.Linq;

namespace DbMigrate.Engine.Sql.Text;

/// <summary>Finds the queries of a statement, one within another, and to which each token belongs.</summary>
internal sealed class QueryScopes
{
    private static readonly string[] Ends = ["WHERE", "GROUP", "HAVING", "WINDOW", "LIMIT", "OFFSET", "FETCH", "FOR", "UNION", "EXCEPT", "INTERSECT"];
    private static readonly string[] BehindSources = ["ON", "USING", "JOIN", "LEFT", "RIGHT", "FULL", "INNER", "OUTER", "CROSS", "NATURAL", "ORDER", "TABLESAMPLE", .. Ends];

    private readonly IReadOnlyList<SqlToken> _tokens;
    private readonly QueryScope?[] _scopes;
    private readonly bool[] _isOrder;
    private readonly HashSet<string> _commonTables;

    private QueryScopes(IReadOnlyList<SqlToken> tokens)
    {
        _tokens = tokens;
        _scopes = new QueryScope?[tokens.Count];
        _isOrder = new bool[tokens.Count];
        _commonTables = Enumerable.Range(0, tokens.Count).Where(IsCommonTable).Select(i => tokens[i].Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    private enum Clause
    {
        Other,
        Items,
        Sources,
        Order,
    }

    /// <summary>All queries.</summary>
    public List<QueryScope> All { get; } = [];

    /// <summary>Reads the queries of a statement.</summary>
    /// <param name="tokens">Its tokens, without those that mean nothing.</param>
    public static QueryScopes Read(IReadOnlyList<SqlToken> tokens)
    {
        var scopes = new QueryScopes(tokens);
        for (var i = 0; i < tokens.Count; i++)
            i = scopes.Walk(i, null, Clause.Other);
        return scopes;
    }

    /// <summary>The query that a token belongs to; null outside of all.</summary>
    /// <param name="index">The token.</param>
    public QueryScope? At(int index) => _scopes[index];

    /// <summary>Whether a token stands in the <c>ORDER BY</c> of a query, where the columns that it shows have their new names.</summary>
    /// <param name="index">The token.</param>
    public bool IsOrder(int index) => _isOrder[index];

    // Goes on to the bracket that closes what begins here, or to the end.
    private int Walk(int i, QueryScope? outer, Clause clause)
    {
        var scope = outer;
        var item = i;
        var awaitsSource = clause == Clause.Sources;
        for (; i < _tokens.Count && !_tokens[i].IsOperator(")"); i++)
        {
            var token = _tokens[i];
            (_scopes[i], _isOrder[i]) = (scope, clause == Clause.Order);
            if (awaitsSource && (IsQuery(i) || (token.IsName && !token.Is("LATERAL") && !token.Is("ONLY"))))
                (i, awaitsSource) = (Source(i, scope!), false);
            else if (token.IsOperator("("))
                i = Walk(i + 1, scope, awaitsSource ? Clause.Sources : Clause.Other);
            else if (token.Is("SELECT"))
                (scope, clause, item) = (Begin(outer), Clause.Items, i + 1);
            else if (clause == Clause.Items && IsEndOfItem(i))
                (clause, awaitsSource, item) = (EndItem(scope!, item, i), token.Is("FROM"), i + 1);
            else if (clause == Clause.Sources && (token.Is("JOIN") || token.IsOperator(",")))
                (awaitsSource, scope!.IsJoinedByNames) = (true, scope.IsJoinedByNames || JoinsAll(i));
            else if (token.Is("USING") && clause == Clause.Sources)
                scope!.IsJoinedByNames = true;
            else if (clause != Clause.Items && (token.Is("ORDER") || Ends.Any(token.Is)))
                (clause, awaitsSource) = (token.Is("ORDER") && scope != outer ? Clause.Order : Clause.Other, false);
        }

        if (clause == Clause.Items)
            EndItem(scope!, item, i);
        return i;
    }

    private QueryScope Begin(QueryScope? outer)
    {
        All.Add(new QueryScope(outer));
        return All[^1];
    }

    // extract(year FROM x) stands in brackets of its own.
    private bool IsEndOfItem(int i) => _tokens[i].IsOperator(",") || _tokens[i].IsOperator(";") || (_tokens[i].Is("FROM") && !_tokens[i - 1].Is("DISTINCT")) || Ends.Append("ORDER").Any(_tokens[i].Is);

    private Clause EndItem(QueryScope scope, int start, int end)
    {
        if (start < end && (_tokens[start].Is("DISTINCT") || _tokens[start].Is("ALL")))
            start++;
        if (start < end)
            scope.Items.Add((start, end));
        if (end == _tokens.Count)
            return Clause.Other;
        return _tokens[end].IsOperator(",") ? Clause.Items : _tokens[end].Is("FROM") ? Clause.Sources : _tokens[end].Is("ORDER") ? Clause.Order : Clause.Other;
    }

    // NATURAL [INNER | LEFT [OUTER] | …] JOIN
    private bool JoinsAll(int join) => Enumerable.Range(1, Math.Min(3, join)).Any(back => _tokens[join - back].Is("NATURAL"));

    // Says which token is the last of it.
    private int Source(int i, QueryScope scope)
    {
        string? schema = null;
        string? name = null;
        var called = _tokens[i].Name;
        _scopes[i] = null;
        if (IsQuery(i))
        {
            i = Walk(i + 1, scope, Clause.Other);
        }
        else
        {
            for (; Is(i + 1, ".") && i + 2 < _tokens.Count; i += 2)
                (schema, called) = (called, _tokens[i + 2].Name);
            name = schema is null && _commonTables.Contains(called) ? null : called;
            if (Is(i + 1, "("))
                (name, i) = (null, Walk(i + 2, scope, Clause.Other));
        }

        var alias = i + 1 < _tokens.Count && _tokens[i + 1].Is("AS") ? i + 2 : i + 1;
        var hasAlias = alias < _tokens.Count && _tokens[alias].IsName && !BehindSources.Any(_tokens[alias].Is);
        if (hasAlias)
            i = alias;
        scope.Sources.Add(new(schema, Is(i + 1, "(") ? null : name, hasAlias ? _tokens[alias].Name : called));
        return i;
    }

    private bool IsQuery(int open)
    {
        var first = open + 1;
        return Is(open, "(") && first < _tokens.Count && (_tokens[first].Is("SELECT") || _tokens[first].Is("WITH") || _tokens[first].Is("VALUES"));
    }

    // c AS [NOT] [MATERIALIZED] (SELECT …; an alias of a source stands behind AS.
    private bool IsCommonTable(int i)
    {
        if (!_tokens[i].IsName || i + 1 >= _tokens.Count || !_tokens[i + 1].Is("AS"))
            return false;
        var open = i + 2;
        while (open < _tokens.Count && (_tokens[open].Is("NOT") || _tokens[open].Is("MATERIALIZED")))
            open++;
        return IsQuery(open) && i > 0 && (_tokens[i - 1].Is("WITH") || _tokens[i - 1].Is("RECURSIVE") || _tokens[i - 1].IsOperator(","));
    }

    private bool Is(int index, string text) => index < _tokens.Count && _tokens[index].IsOperator(text);
}
