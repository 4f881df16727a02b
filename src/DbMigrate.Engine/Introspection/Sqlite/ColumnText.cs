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
        var name = cursor.Take().Name;
        var column = new Column { Name = name, StoreType = TakeType(cursor), IsNullable = true, Comment = comment };
        var isAutoincrement = false;
        while (!cursor.AtEnd && !cursor.Current.IsOperator(",") && !cursor.Current.IsOperator(")"))
        {
            var constraint = ClauseText.TakeName(cursor) ?? "";
            if (cursor.TakeIf("PRIMARY", "KEY"))
            {
                draft.PrimaryKey = TakePrimaryKey(cursor, constraint, name);
                isAutoincrement = cursor.TakeIf("AUTOINCREMENT");
            }
            else if (cursor.TakeIf("UNIQUE"))
            {
                draft.UniqueConstraints.Add(new(constraint, [name]) { Annotations = ClauseText.TakeConflict(cursor, AnnotationSet.Empty) });
            }
            else if (cursor.TakeIf("CHECK"))
            {
                draft.Checks.Add(new(constraint, ClauseText.TakeExpression(cursor)));
            }
            else if (cursor.TakeIf("REFERENCES"))
            {
                draft.ForeignKeys.Add(ClauseText.TakeReference(cursor, constraint, [name]));
            }
            else if (draft.ForeignKeys.Count > 0 && (cursor.Current.Is("DEFERRABLE") || cursor.Following.Is("DEFERRABLE")))
            {
                draft.ForeignKeys[^1] = ClauseText.TakeDeferrable(cursor, draft.ForeignKeys[^1]);
            }
            else
            {
                column = TakeProperty(cursor, column);
            }
        }

        draft.Columns.Add(column);
        if (isAutoincrement)
            ClauseText.SetAutoincrement(draft, name);
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

    private static Column TakeProperty(SqlCursor cursor, Column column)
    {
        if (cursor.TakeIf("NOT", "NULL"))
            return column with { IsNullable = false, Annotations = ClauseText.TakeConflict(cursor, column.Annotations, OperationAnnotations.NotNullConflict) };
        if (cursor.TakeIf("DEFAULT"))
            return column with { DefaultSql = TakeDefault(cursor) };
        if (cursor.TakeIf("COLLATE"))
            return column with { Collation = cursor.Take().Name };
        if (cursor.TakeIf("GENERATED", "ALWAYS", "AS") || cursor.TakeIf("AS"))
            return column with { ComputedSql = ClauseText.TakeExpression(cursor), IsStored = cursor.TakeIf("STORED") };
        if (!cursor.Current.IsOperator(",") && !cursor.Current.IsOperator(")"))
            cursor.Take();
        return column;
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
