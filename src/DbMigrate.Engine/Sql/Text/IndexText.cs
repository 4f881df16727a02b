using System.Linq;
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
        var terms = IndexTerms.Read(cursor);
        var isPlain = terms.All.All(t => t is [{ IsName: true }]);
        var filter = cursor.TakeIf("WHERE") ? SqlText.Normalize(cursor.TextFrom(cursor.Current.Position)) : null;
        return new(name, isPlain ? terms.All.Select(t => t[0].Name).ToEquatableList() : [])
        {
            IsUnique = isUnique,
            IsDescending = isPlain ? terms.IsDescending : [],
            Filter = isPlain ? filter : null,
            RawSql = isPlain ? null : sql,
        };
    }
}
