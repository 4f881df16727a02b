using System.Linq;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Sql.Text;

namespace DbMigrate.Engine.Introspection.Sqlite;

/// <summary>Reads the definition of one column with its constraints.</summary>
internal static class ColumnText
{
    private static readonly string[] AfterType =
        ["CONSTRAINT", "PRIMARY", "NOT", "NULL", "UNIQUE", "CHECK", "DEFAULT", "COLLATE", "REFERENCES", "GENERATED", "AS"];

    /// <summary>Takes the definition.</summary>
    /// <param name="cursor">Stands before the column's name.</param>
    /// <param name="draft">The table.</param>
    /// <param name="comment">The column's comment.</param>
    public static void Read(SqlCursor cursor, TableDraft draft, string? comment)
    {
        var start = cursor.Current.Position;
        var name = cursor.Take().Name;
        draft.Note(ClauseKind.Name, start, cursor.LastEnd);
        start = cursor.Current.Position;
        var column = new Column { Name = name, StoreType = TakeType(cursor), IsNullable = true, Comment = comment };
        if (column.StoreType.Length > 0)
            draft.Note(ClauseKind.Type, start, cursor.LastEnd);
        var isAutoincrement = false;
        while (!cursor.AtEnd && !cursor.Current.IsOperator(",") && !cursor.Current.IsOperator(")"))
        {
            start = cursor.Current.Position;
            var constraint = ClauseText.TakeName(cursor) ?? "";
            ClauseKind kind;
            if (cursor.TakeIf("PRIMARY", "KEY"))
            {
                draft.PrimaryKey = TakePrimaryKey(cursor, constraint, name);
                isAutoincrement = cursor.TakeIf("AUTOINCREMENT");
                kind = ClauseKind.PrimaryKey;
            }
            else
            {
                kind = TakeConstraint(cursor, draft, constraint, name) ?? TakeProperty(cursor, ref column);
            }

            draft.Note(kind, start, cursor.LastEnd);
        }

        draft.Columns.Add(column);
        if (isAutoincrement)
            ClauseText.SetAutoincrement(draft, name);
    }

    private static ClauseKind? TakeConstraint(SqlCursor cursor, TableDraft draft, string constraint, string column)
    {
        if (cursor.TakeIf("UNIQUE"))
        {
            draft.UniqueConstraints.Add(new(constraint, [column]) { Annotations = ClauseText.TakeConflict(cursor, AnnotationSet.Empty) });
            return ClauseKind.Unique;
        }

        if (cursor.TakeIf("CHECK"))
        {
            draft.Checks.Add(new(constraint, ClauseText.TakeExpression(cursor)));
            return ClauseKind.Check;
        }

        if (cursor.TakeIf("REFERENCES"))
        {
            draft.ForeignKeys.Add(ClauseText.TakeReference(cursor, constraint, [column]));
            return ClauseKind.ForeignKey;
        }

        if (draft.ForeignKeys.Count > 0 && (cursor.Current.Is("DEFERRABLE") || (cursor.Current.Is("NOT") && cursor.Following.Is("DEFERRABLE"))))
        {
            draft.ForeignKeys[^1] = ClauseText.TakeDeferrable(cursor, draft.ForeignKeys[^1]);
            return ClauseKind.ForeignKey;
        }

        return null;
    }

    private static string TakeType(SqlCursor cursor)
    {
        var start = cursor.Current.Position;
        var end = start;
        while (cursor.Current.IsName && !AfterType.Any(cursor.Current.Is))
        {
            cursor.Take();
            end = cursor.LastEnd;
        }

        if (end > start && cursor.Current.IsOperator("("))
        {
            cursor.TakeParenthesized();
            end = cursor.LastEnd;
        }

        return cursor.Text(start, end);
    }

    private static ClauseKind TakeProperty(SqlCursor cursor, ref Column column)
    {
        if (cursor.TakeIf("NOT", "NULL"))
        {
            column = column with { IsNullable = false, Annotations = ClauseText.TakeConflict(cursor, column.Annotations, OperationAnnotations.NotNullConflict) };
            return ClauseKind.NotNull;
        }

        if (cursor.TakeIf("NULL"))
        {
            ClauseText.TakeConflict(cursor, AnnotationSet.Empty);
            return ClauseKind.Null;
        }

        if (cursor.TakeIf("DEFAULT"))
        {
            column = column with { DefaultSql = TakeDefault(cursor) };
            return ClauseKind.Default;
        }

        if (cursor.TakeIf("COLLATE"))
        {
            column = column with { Collation = cursor.Take().Name };
            return ClauseKind.Collate;
        }

        if (cursor.TakeIf("GENERATED", "ALWAYS", "AS") || cursor.TakeIf("AS"))
        {
            column = column with { ComputedSql = ClauseText.TakeExpression(cursor), IsStored = cursor.TakeIf("STORED") };
            if (!column.IsStored)
                cursor.TakeIf("VIRTUAL");
            return ClauseKind.Computed;
        }

        if (!cursor.Current.IsOperator(",") && !cursor.Current.IsOperator(")"))
            cursor.Take();
        return ClauseKind.Other;
    }

    private static Key TakePrimaryKey(SqlCursor cursor, string constraint, string column)
    {
        var annotations = cursor.TakeIf("DESC") ? AnnotationSet.Empty.With(OperationAnnotations.InlineDescending, true) : AnnotationSet.Empty;
        cursor.TakeIf("ASC");
        return new(constraint, [column]) { Annotations = ClauseText.TakeConflict(cursor, annotations) };
    }

    private static string TakeDefault(SqlCursor cursor)
    {
        if (cursor.Current.IsOperator("("))
            return ClauseText.TakeExpression(cursor);
        var sign = cursor.Current.IsOperator("-") || cursor.Current.IsOperator("+") ? cursor.Take().Text : "";
        return sign + cursor.Take().Text;
    }
}
