using System.Linq;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Sql.Text;

namespace DbMigrate.Engine.Introspection.Sqlite;

/// <summary>Reads the constraints that stand after the columns.</summary>
internal static class ConstraintText
{
    private static readonly string[] Starts = ["CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN"];

    /// <summary>Whether a constraint begins here; none of its words can be a column's name without quotes.</summary>
    /// <param name="cursor">The text.</param>
    public static bool StartsHere(SqlCursor cursor) => cursor.Current.Kind == SqlTokenKind.Word && Starts.Any(cursor.Current.Is);

    /// <summary>Takes one constraint.</summary>
    /// <param name="cursor">The text.</param>
    /// <param name="draft">The table.</param>
    public static void Read(SqlCursor cursor, TableDraft draft)
    {
        var start = cursor.Current.Position;
        var kind = Read(cursor, draft, ClauseText.TakeName(cursor) ?? "");
        draft.Note(kind, start, cursor.LastEnd);
    }

    private static ClauseKind Read(SqlCursor cursor, TableDraft draft, string name)
    {
        if (cursor.TakeIf("PRIMARY", "KEY"))
        {
            draft.PrimaryKey = ClauseText.TakeKey(cursor, name, draft);
            return ClauseKind.PrimaryKey;
        }

        if (cursor.TakeIf("UNIQUE"))
        {
            draft.UniqueConstraints.Add(ClauseText.TakeKey(cursor, name, draft));
            return ClauseKind.Unique;
        }

        if (cursor.TakeIf("CHECK"))
        {
            draft.Checks.Add(new(name, ClauseText.TakeExpression(cursor)));
            ClauseText.TakeConflict(cursor, AnnotationSet.Empty);
            return ClauseKind.Check;
        }

        if (cursor.TakeIf("FOREIGN", "KEY"))
        {
            var columns = ClauseText.TakeNames(cursor).Select(draft.ColumnName).ToEquatableList();
            cursor.TakeIf("REFERENCES");
            draft.ForeignKeys.Add(ClauseText.TakeReference(cursor, name, columns));
            return ClauseKind.ForeignKey;
        }

        if (!StartsHere(cursor) && !cursor.Current.IsOperator(",") && !cursor.Current.IsOperator(")"))
            cursor.Take();
        return ClauseKind.Other;
    }
}
