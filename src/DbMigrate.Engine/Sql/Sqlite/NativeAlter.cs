using System;
using System.Linq;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Sql.Text;

namespace DbMigrate.Engine.Sql.Sqlite;

/// <summary>Says where SQLite's own <c>ALTER TABLE</c> does exactly what is asked.</summary>
internal static class NativeAlter
{
    /// <summary>Whether <c>ADD COLUMN</c> can add the column.</summary>
    /// <param name="column">The column.</param>
    public static bool CanAdd(Column column)
    {
        if (!string.IsNullOrEmpty(column.Comment) || SqliteFacets.IsAutoincrement(column))
            return false;
        if (column.ComputedSql is not null)
            return !column.IsStored;
        if (column.DefaultSql is null)
            return column.IsNullable;
        return ColumnText.IsLiteral(column.DefaultSql)
            && (column.IsNullable || !column.DefaultSql.Equals("NULL", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>
    /// Whether <c>DROP COLUMN</c> can drop the column. Comments stand before their columns in the text, where it
    /// would leave them behind.
    /// </summary>
    /// <param name="state">The schema before.</param>
    /// <param name="table">The table before.</param>
    /// <param name="column">The column's name.</param>
    public static bool CanDrop(SchemaState state, Table table, string column)
    {
        if (!table.Columns.Any(c => c.Name != column && c.ComputedSql is null) || !string.IsNullOrEmpty(table.Comment) || table.Columns.Any(c => !string.IsNullOrEmpty(c.Comment)))
            return false;
        return table.PrimaryKey?.Columns.Contains(column) != true
            && !table.UniqueConstraints.Any(k => k.Columns.Contains(column))
            && !table.ForeignKeys.Any(k => k.Columns.Contains(column))
            && !table.Indexes.Any(i => i.Columns.Contains(column) || Mentions(i.Filter, column) || Mentions(i.RawSql, column))
            && !table.Checks.Any(c => Mentions(c.Sql, column))
            && !table.Columns.Any(c => Mentions(c.ComputedSql, column))
            && !state.Tables.Values.Any(t => t.ForeignKeys.Any(k => k.PrincipalTable == table.Name && k.PrincipalColumns.Contains(column)));
    }

    private static bool Mentions(string? sql, string name)
        => sql is not null && SqlTokenizer.Tokenize(sql).Any(t => t.IsName && t.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
