using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Sql.Text;

namespace DbMigrate.Engine.Introspection.Sqlite;

/// <summary>
/// Reads SQLite's <c>CREATE TABLE</c>. What the text alone cannot tell is left open: the columns that a foreign key
/// implies are empty, and a key's columns are nullable unless they say otherwise.
/// </summary>
internal static class TableText
{
    /// <summary>The table.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="sql">The statement.</param>
    public static Table Read(ObjectName name, string sql) => Read(name, new TableLayout(sql));

    /// <summary>The table, and where its parts stand.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="layout">Has the statement, and gets the places.</param>
    public static Table Read(ObjectName name, TableLayout layout)
    {
        var draft = new TableDraft();
        var cursor = new SqlCursor(layout.Sql);
        while (!cursor.AtEnd && !cursor.Current.IsOperator("("))
        {
            var token = cursor.Take();
            layout.Name = (token.Position, token.End);
        }

        cursor.TakeOperator("(");
        layout.BodyStart = cursor.LastEnd;
        while (!cursor.AtEnd && !ConstraintText.StartsHere(cursor) && !cursor.Current.IsOperator(")"))
        {
            var (first, own) = CommentText.Read(cursor.TriviaBefore);
            if (draft.Columns.Count == 0)
                draft.Comment = first;
            var start = cursor.Current.Position;
            ColumnText.Read(cursor, draft, own);
            layout.Items.Add(new(draft.Columns.Count - 1, start, cursor.LastEnd, draft.TakeClauses()));
            cursor.TakeOperator(",");
        }

        ReadConstraints(cursor, draft, layout);
        layout.BodyEnd = cursor.AtEnd ? layout.Sql.Length : cursor.Current.Position;
        cursor.TakeOperator(")");
        while (!cursor.AtEnd)
        {
            if (cursor.TakeIf("STRICT"))
                draft.Annotations = draft.Annotations.With(OperationAnnotations.Strict, true);
            else if (cursor.TakeIf("WITHOUT", "ROWID"))
                draft.Annotations = draft.Annotations.With(OperationAnnotations.WithoutRowId, true);
            else
                cursor.Take();
        }

        return draft.ToTable(name);
    }

    // SQLite does not insist on the commas.
    private static void ReadConstraints(SqlCursor cursor, TableDraft draft, TableLayout layout)
    {
        while (!cursor.AtEnd && !cursor.Current.IsOperator(")"))
        {
            if (cursor.TakeOperator(","))
                continue;
            var start = cursor.Current.Position;
            ConstraintText.Read(cursor, draft);
            layout.Items.Add(new(-1, start, cursor.LastEnd, draft.TakeClauses()));
        }
    }
}
