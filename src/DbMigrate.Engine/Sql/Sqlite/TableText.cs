using System.Collections.Generic;
using System.Linq;
using System.Text;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Sql.Text;

namespace DbMigrate.Engine.Sql.Sqlite;

/// <summary>Writes <c>CREATE TABLE</c> and <c>CREATE INDEX</c> in EF's layout, comments included, for new and rebuilt tables alike.</summary>
internal static class TableText
{
    private const string Indent = "    ";

    /// <summary>The statement that creates a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="name">The name to create it under.</param>
    public static string Create(Table table, string name)
    {
        var text = new StringBuilder("CREATE TABLE ").Append(SqlText.Quote(name)).Append(" (\n");
        if (!string.IsNullOrEmpty(table.Comment))
            text.Append(CommentLines(table.Comment)).Append('\n');
        return text.Append(string.Join(",\n", Definitions(table))).Append("\n)").Append(Options(table)).ToString();
    }

    /// <summary>The statement that creates an index.</summary>
    /// <param name="table">Its table's name.</param>
    /// <param name="index">The index.</param>
    public static string Create(string table, Index index)
    {
        if (StoredObjects.Find(index) is { } stored)
            return stored;
        var columns = index.Columns.Select((c, i) => SqlText.Quote(c) + (index.IsDescending.Count > i && index.IsDescending[i] ? " DESC" : ""));
        var filter = index.Filter is null ? "" : " WHERE " + index.Filter;
        return $"CREATE {(index.IsUnique ? "UNIQUE " : "")}INDEX {SqlText.Quote(index.Name)} ON {SqlText.Quote(table)} ({string.Join(", ", columns)}){filter}";
    }

    private static IEnumerable<string> Definitions(Table table)
    {
        var isCommented = table.Columns.Any(c => !string.IsNullOrEmpty(c.Comment));
        var inlineKeyColumn = SqliteFacets.IsKeyInline(table) ? SqliteFacets.InlineKeyColumn(table) : null;
        for (var i = 0; i < table.Columns.Count; i++)
        {
            var column = table.Columns[i];
            var key = column == inlineKeyColumn ? table.PrimaryKey : null;
            var gap = isCommented && i > 0 ? "\n" : "";
            var comment = string.IsNullOrEmpty(column.Comment) ? "" : CommentLines(column.Comment);
            yield return gap + comment + Indent + ColumnText.Write(column, key);
        }

        foreach (var constraint in ConstraintText.WriteAll(table))
            yield return Indent + constraint;
    }

    /// <summary>What stands behind the closing parenthesis, with a blank before it.</summary>
    /// <param name="table">The table.</param>
    public static string Options(Table table) => (SqliteFacets.IsStrict(table), SqliteFacets.IsWithoutRowId(table)) switch
    {
        (true, true) => " STRICT, WITHOUT ROWID",
        (true, false) => " STRICT",
        (false, true) => " WITHOUT ROWID",
        _ => "",
    };

    /// <summary>A comment as lines of their own; nothing where there is none.</summary>
    /// <param name="comment">The comment.</param>
    public static string CommentLines(string? comment)
        => string.IsNullOrEmpty(comment) ? "" : string.Concat(comment.Split('\n').Select(line => Indent + "-- " + line + "\n"));
}
