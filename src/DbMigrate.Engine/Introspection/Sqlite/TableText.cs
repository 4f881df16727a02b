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
    public static Table Read(ObjectName name, string sql)
    {
        var draft = new TableDraft();
        var cursor = new SqlCursor(sql);
        while (!cursor.AtEnd && !cursor.TakeOperator("("))
            cursor.Take();
        while (!cursor.AtEnd && !ConstraintText.StartsHere(cursor) && !cursor.Current.IsOperator(")"))
        {
            var (first, own) = CommentText.Read(cursor.TriviaBefore);
            if (draft.Columns.Count == 0)
                draft.Comment = first;
            ColumnText.Read(cursor, draft, own);
            cursor.TakeOperator(",");
        }

        while (!cursor.AtEnd && !cursor.TakeOperator(")"))
            ConstraintText.Read(cursor, draft);
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
}
