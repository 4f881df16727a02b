using System.Collections.Generic;
using System.Linq;
using System.Text;
using DbMigrate.Engine.Schema;

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
        text.Append(string.Join(",\n", Definitions(table))).Append("\n)");
        var options = string.Join(", ", Options(table));
        return options.Length == 0 ? text.ToString() : text.Append(' ').Append(options).ToString();
    }

    /// <summary>The statement that creates an index.</summary>
    /// <param name="table">Its table's name.</param>
    /// <param name="index">The index.</param>
    public static string Create(string table, Index index)
    {
        if (index.RawSql is { } rawSql)
            return rawSql;
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

    private static IEnumerable<string> Options(Table table)
    {
        if (SqliteFacets.IsStrict(table))
            yield return "STRICT";
        if (SqliteFacets.IsWithoutRowId(table))
            yield return "WITHOUT ROWID";
    }

    private static string CommentLines(string comment)
        => string.Concat(comment.Split('\n').Select(line => Indent + "-- " + line + "\n"));
}
