using System.Collections.Generic;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Sql.Text;

/// <summary>Reads what follows the table's name in a <c>CREATE INDEX</c>.</summary>
internal static class IndexText
{
    /// <summary>The statement with another name for the index.</summary>
    /// <param name="sql">A <c>CREATE INDEX</c> without <c>IF NOT EXISTS</c>.</param>
    /// <param name="to">The new name.</param>
    public static string Rename(string sql, string to)
    {
        var cursor = new SqlCursor(sql);
        while (!cursor.AtEnd && !cursor.TakeIf("INDEX"))
            cursor.Take();
        var start = cursor.Current.Position;
        cursor.Take();
        return sql[..start] + SqlText.Quote(to) + sql[cursor.LastEnd..];
    }

    /// <summary>The statement with another name for a column; index and table may have the same name.</summary>
    /// <param name="sql">A <c>CREATE INDEX</c>.</param>
    /// <param name="from">The old name.</param>
    /// <param name="to">The new name.</param>
    public static string RenameColumn(string sql, string from, string to)
    {
        var cursor = new SqlCursor(sql);
        while (!cursor.AtEnd && !cursor.Current.IsOperator("("))
            cursor.Take();
        var start = cursor.Current.Position;
        return sql[..start] + SqlText.RenameIdentifier(sql[start..], from, to);
    }

    /// <summary>The index; with expressions, or collations of its own, as raw SQL because EF has no operation for it.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="isUnique">Whether it is unique.</param>
    /// <param name="sql">The normalized statement.</param>
    /// <param name="cursor">Stands before the list of columns.</param>
    public static Index Read(string name, bool isUnique, string sql, SqlCursor cursor)
    {
        var columns = new List<string>();
        var descending = new List<bool>();
        var isPlain = true;
        cursor.TakeOperator("(");
        while (!cursor.AtEnd && !cursor.TakeOperator(")"))
        {
            var term = cursor.TakeTerm();
            var isDescending = term.Count > 1 && term[^1].Is("DESC");
            if (isDescending || (term.Count > 1 && term[^1].Is("ASC")))
                term.RemoveAt(term.Count - 1);
            isPlain &= term is [{ IsName: true }];
            columns.Add(term[0].Name);
            descending.Add(isDescending);
            cursor.TakeOperator(",");
        }

        var filter = cursor.TakeIf("WHERE") ? SqlText.Normalize(cursor.TextFrom(cursor.Current.Position)) : null;
        return new(name, isPlain ? columns.ToEquatableList() : [])
        {
            IsUnique = isUnique,
            IsDescending = isPlain && descending.Contains(true) ? descending.ToEquatableList() : [],
            Filter = isPlain ? filter : null,
            RawSql = isPlain ? null : sql,
        };
    }
}
