using System;
using System.Linq;
using System.Text;
using DbMigrate.Engine.Introspection.Sqlite;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Sql.Sqlite;

/// <summary>Changes the definition of one column in the text of its table, clause by clause: what stays, stays as it is written.</summary>
/// <param name="sql">The table's statement.</param>
/// <param name="span">Where the column stands.</param>
/// <param name="before">The column as it is written.</param>
/// <param name="after">The column as it shall be.</param>
internal sealed class ColumnPatch(string sql, ItemSpan span, Column before, Column after)
{
    private readonly StringBuilder _text = new();
    private int _at = span.Start;

    /// <summary>The definition.</summary>
    /// <param name="constraint">What becomes of the text of a key, check or foreign key beside the column: itself, another one, or null where it goes.</param>
    /// <param name="key">The primary key, where it is to be added here.</param>
    public string Write(Func<ClauseSpan, string?> constraint, Key? key)
    {
        foreach (var clause in span.Clauses)
            Put(clause, constraint);
        _text.Append(sql, _at, span.End - _at);
        if (!IsKept(ClauseKind.Collate))
            _text.Append(ColumnText.Collate(after));
        if (!after.IsNullable && !IsKept(ClauseKind.NotNull) && (before.IsNullable || Has(ClauseKind.NotNull)))
            _text.Append(ColumnText.NotNull(after));
        if (after.ComputedSql is not null && !IsKept(ClauseKind.Computed))
            _text.Append(ColumnText.Computed(after));
        if (after.ComputedSql is null && !IsKept(ClauseKind.Default))
            _text.Append(ColumnText.Default(after));
        return key is null ? _text.ToString() : _text.Append(ColumnText.PrimaryKey(after, key)).ToString();
    }

    private void Put(ClauseSpan clause, Func<ClauseSpan, string?> constraint)
    {
        var own = sql[clause.Start..clause.End];
        var replacement = clause.Kind switch
        {
            ClauseKind.Name => Name(own),
            ClauseKind.Type => before.StoreType == after.StoreType ? own : after.StoreType.Length == 0 ? null : after.StoreType,
            ClauseKind.NotNull or ClauseKind.Null or ClauseKind.Collate or ClauseKind.Default or ClauseKind.Computed => IsKept(clause.Kind) ? own : null,
            ClauseKind.Other => own,
            _ => constraint(clause),
        };
        var trivia = sql[_at..clause.Start];
        if (replacement is null && trivia.Contains("--", StringComparison.Ordinal))
            _text.Append(trivia);
        else
            _text.Append(replacement is null ? trivia.TrimEnd() : trivia).Append(replacement);
        _at = clause.End;
    }

    private string Name(string own)
    {
        var name = before.Name == after.Name ? own : SqlText.Quote(after.Name);
        return Has(ClauseKind.Type) || after.StoreType.Length == 0 ? name : name + " " + after.StoreType;
    }

    private bool Has(ClauseKind kind) => span.Clauses.Any(c => c.Kind == kind);

    private bool IsKept(ClauseKind kind) => Has(kind) && kind switch
    {
        ClauseKind.NotNull => !after.IsNullable && Equals(before.Annotations[OperationAnnotations.NotNullConflict], after.Annotations[OperationAnnotations.NotNullConflict]),
        ClauseKind.Null => after.IsNullable || !before.IsNullable,
        ClauseKind.Collate => before.Collation == after.Collation,
        ClauseKind.Default => before.DefaultSql == after.DefaultSql && after.ComputedSql is null,
        _ => before.ComputedSql == after.ComputedSql && before.IsStored == after.IsStored,
    };
}
