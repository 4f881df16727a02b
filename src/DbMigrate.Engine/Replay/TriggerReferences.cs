using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Sql.Text;

namespace DbMigrate.Engine.Replay;

/// <summary>
/// Finds a column of a table in the text of a trigger. A name belongs to the table where its qualifier says so, or where it
/// has none and no other table of the statement has such a column.
/// </summary>
internal sealed class TriggerReferences
{
    private static readonly string[] BeforeTables = ["FROM", "JOIN", "INTO", "UPDATE", "ON", "TABLE"];

    private readonly string _table;
    private readonly string _column;
    private readonly bool _isOwnTrigger;
    private readonly List<SqlToken> _tokens;
    private readonly int _body;
    private readonly Dictionary<string, bool> _qualifiers = new(StringComparer.OrdinalIgnoreCase);
    private readonly bool _isUnqualifiedOurs;

    /// <summary>Reads a trigger.</summary>
    /// <param name="session">The schema.</param>
    /// <param name="table">The table that has the column.</param>
    /// <param name="column">The column's name.</param>
    /// <param name="sql">The statement that creates the trigger.</param>
    /// <param name="triggerTable">The trigger's own table.</param>
    public TriggerReferences(ReplaySession session, ObjectName table, string column, string sql, ObjectName triggerTable)
    {
        _table = table.Name;
        _column = column;
        _isOwnTrigger = triggerTable == table;
        _tokens = SqlTokenizer.Tokenize(sql).Where(t => !t.IsTrivia).ToList();

        // Where the body is a function, there is none here.
        var begin = _tokens.FindIndex(t => t.Is("BEGIN"));
        _body = begin < 0 ? _tokens.Count : begin;
        var isMentioned = false;
        var isAmbiguous = false;
        for (var i = _body; i < _tokens.Count; i++)
        {
            if (!IsName(i) || Find(session, _tokens[i].Name) is not { } mentioned)
                continue;
            var isOurs = mentioned.Name == table;
            isMentioned |= isOurs;
            isAmbiguous |= !isOurs && mentioned.FindColumn(column) is not null;
            _qualifiers[_tokens[i].Name] = isOurs;
            var alias = i + 1 < _tokens.Count && _tokens[i + 1].Is("AS") ? i + 2 : i + 1;
            if (alias < _tokens.Count && IsName(alias))
                _qualifiers[_tokens[alias].Name] = isOurs;
        }

        _isUnqualifiedOurs = isMentioned && !isAmbiguous;
    }

    /// <summary>Where the column's name stands, in order.</summary>
    public IEnumerable<SqlToken> Names => Enumerable.Range(0, _tokens.Count).Where(IsOurs).Select(i => _tokens[i]);

    private static Table? Find(ReplaySession session, string name)
        => session.Tables.Values.FirstOrDefault(t => t.Name.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private bool IsOurs(int index)
    {
        if (!IsName(index) || !_tokens[index].Name.Equals(_column, StringComparison.OrdinalIgnoreCase))
            return false;
        if (index > 1 && _tokens[index - 1].IsOperator("."))
            return IsOurQualifier(_tokens[index - 2]);
        if (index < _body)
            return _isOwnTrigger && IsInUpdateOf(index);
        var isFunction = _tokens[index].Kind == SqlTokenKind.Word && IsOperator(index + 1, "(");
        var isOther = IsAlias(_tokens[index - 1]) || BeforeTables.Any(_tokens[index - 1].Is);
        return _isUnqualifiedOurs && !isFunction && !isOther && !IsOperator(index + 1, ".");
    }

    private bool IsOurQualifier(SqlToken qualifier)
        => qualifier.Is("NEW") || qualifier.Is("OLD")
            ? _isOwnTrigger
            : _qualifiers.TryGetValue(qualifier.Name, out var isOurs) ? isOurs : qualifier.Name.Equals(_table, StringComparison.OrdinalIgnoreCase);

    // With AS, or right behind an expression.
    private static bool IsAlias(SqlToken before)
        => before.Is("AS") || before.IsOperator(")")
            || before.Kind is SqlTokenKind.QuotedName or SqlTokenKind.String or SqlTokenKind.Number or SqlTokenKind.Blob;

    // The columns in a trigger's UPDATE OF a, b ON t.
    private bool IsInUpdateOf(int index)
    {
        var of = _tokens.FindIndex(t => t.Is("OF"));
        return of >= 0 && of < index && index < _tokens.FindIndex(of, t => t.Is("ON"));
    }

    private bool IsOperator(int index, string text) => index < _tokens.Count && _tokens[index].IsOperator(text);

    private bool IsName(int index) => _tokens[index].Kind is SqlTokenKind.Word or SqlTokenKind.QuotedName;
}
