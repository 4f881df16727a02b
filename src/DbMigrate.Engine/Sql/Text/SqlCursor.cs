using System;
using System.Collections.Generic;

namespace DbMigrate.Engine.Sql.Text;

/// <summary>Walks over the tokens of a statement that mean something; comments and white space are passed over.</summary>
internal sealed class SqlCursor
{
    private readonly string _sql;
    private readonly List<SqlToken> _tokens;
    private int _index;

    /// <summary>Starts before the first token.</summary>
    /// <param name="sql">The text.</param>
    public SqlCursor(string sql)
    {
        _sql = sql;
        _tokens = SqlTokenizer.Tokenize(sql);
        SkipTrivia();
    }

    /// <summary>Whether nothing is left.</summary>
    public bool AtEnd => _index >= _tokens.Count;

    /// <summary>The token at hand; an empty operator at the end.</summary>
    public SqlToken Current => AtEnd ? new(SqlTokenKind.Operator, _sql, _sql.Length, 0) : _tokens[_index];

    /// <summary>The token after the one at hand.</summary>
    public SqlToken Following
    {
        get
        {
            for (var i = _index + 1; i < _tokens.Count; i++)
            {
                if (!_tokens[i].IsTrivia)
                    return _tokens[i];
            }

            return new(SqlTokenKind.Operator, _sql, _sql.Length, 0);
        }
    }

    /// <summary>Where the last token that was taken ends.</summary>
    public int LastEnd { get; private set; }

    /// <summary>The white space and comments between the last token that was taken and the one at hand.</summary>
    public string TriviaBefore => _sql[LastEnd..Current.Position];

    /// <summary>Takes the token at hand.</summary>
    public SqlToken Take()
    {
        var token = Current;
        if (!AtEnd)
            _index++;
        LastEnd = token.End;
        SkipTrivia();
        return token;
    }

    /// <summary>Takes the keywords if all of them stand here in this order.</summary>
    /// <param name="keywords">The keywords.</param>
    public bool TakeIf(params ReadOnlySpan<string> keywords)
    {
        var (index, lastEnd) = (_index, LastEnd);
        foreach (var keyword in keywords)
        {
            if (!Current.Is(keyword))
            {
                (_index, LastEnd) = (index, lastEnd);
                return false;
            }

            Take();
        }

        return true;
    }

    /// <summary>Takes an operator if it stands here.</summary>
    /// <param name="text">The operator.</param>
    public bool TakeOperator(string text)
    {
        if (!Current.IsOperator(text))
            return false;
        Take();
        return true;
    }

    /// <summary>Takes what stands in parentheses, nested ones included, and gives the text between them; empty where none stand here.</summary>
    public string TakeParenthesized()
    {
        if (!TakeOperator("("))
            return "";
        var start = LastEnd;
        for (var depth = 1; !AtEnd;)
        {
            var token = Take();
            depth += token.IsOperator("(") ? 1 : token.IsOperator(")") ? -1 : 0;
            if (depth == 0)
                return _sql[start..token.Position];
        }

        return _sql[start..];
    }

    /// <summary>Takes what stands before the next comma or closing parenthesis of this level: one token at least.</summary>
    public List<SqlToken> TakeTerm()
    {
        var term = new List<SqlToken>();
        for (var depth = 0; !AtEnd;)
        {
            if (depth == 0 && term.Count > 0 && (Current.IsOperator(",") || Current.IsOperator(")")))
                break;
            var token = Take();
            depth += token.IsOperator("(") ? 1 : token.IsOperator(")") ? -1 : 0;
            term.Add(token);
        }

        return term;
    }

    /// <summary>The text between two positions.</summary>
    /// <param name="start">The first position.</param>
    /// <param name="end">The position after the last.</param>
    public string Text(int start, int end) => _sql[start..end];

    /// <summary>The text from a position to the statement's end, without semicolons and comments after it.</summary>
    /// <param name="start">The position.</param>
    public string TextFrom(int start)
    {
        var last = _tokens.FindLastIndex(t => !t.IsTrivia && !t.IsOperator(";"));
        var end = last < 0 ? start : _tokens[last].End;
        return _sql[start..Math.Max(start, end)];
    }

    private void SkipTrivia()
    {
        while (_index < _tokens.Count && _tokens[_index].IsTrivia)
            _index++;
    }
}
