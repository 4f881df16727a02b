using System;

namespace DbMigrate.Engine.Schema;

/// <summary>
/// The column that is a SQLite table's rowid: a primary key of one column, <c>INTEGER</c>. It never has NULL, whether it
/// says so or not, so that this is no difference. Other databases let no primary key have it.
/// </summary>
internal static class RowIdKey
{
    /// <summary>A column of a table as another version of the table says it, where only NULL in such a column makes the difference.</summary>
    /// <param name="table">The table.</param>
    /// <param name="column">Its column.</param>
    /// <param name="other">The other version of the table.</param>
    /// <param name="twin">The column there.</param>
    public static Column Like(Table table, Column column, Table other, Column twin)
        => column.IsNullable != twin.IsNullable && Is(table, column) && Is(other, twin) ? column with { IsNullable = twin.IsNullable } : column;

    private static bool Is(Table table, Column column)
        => table.PrimaryKey is { Columns: [var name] } key && name == column.Name
            && column.StoreType.Equals("INTEGER", StringComparison.OrdinalIgnoreCase)
            && key.Annotations[OperationAnnotations.InlineDescending] is null;
}
