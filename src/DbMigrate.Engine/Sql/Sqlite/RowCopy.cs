using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Sql.Sqlite;

/// <summary>Writes the statement that copies a table's rows into the table that takes its place.</summary>
internal static class RowCopy
{
    /// <summary>The statement. Computed columns and new ones with a default of their own are left to the database.</summary>
    /// <param name="pending">What becomes of the columns.</param>
    /// <param name="target">The new shape.</param>
    /// <param name="old">The name under which the old table was set aside.</param>
    public static string Write(PendingTable pending, Table target, string old)
    {
        var values = new List<(string Column, string Value)>();
        if (SqliteFacets.HiddenRowId(target) is { } hidden && RowId(pending.Physical!) is { } rowId)
            values.Add((hidden, rowId));
        foreach (var column in target.Columns.Where(c => c.ComputedSql is null))
        {
            if (Value(pending, column, old) is { } value)
                values.Add((SqlText.Quote(column.Name), value));
        }

        // Rows of a table that keeps none of its columns stay rows.
        if (values.Count == 0 && target.Columns.FirstOrDefault(c => c.ComputedSql is null) is { } first)
            values.Add((SqlText.Quote(first.Name), first.DefaultSql is null ? "NULL" : ColumnText.DefaultExpression(first.DefaultSql)));
        // A key that says ON CONFLICT IGNORE would drop rows silently.
        return $"INSERT OR ABORT INTO {SqlText.Quote(target.Name.Name)} ({string.Join(", ", values.Select(v => v.Column))})\n"
            + $"SELECT {string.Join(", ", values.Select(v => v.Value))}\n"
            + $"FROM {SqlText.Quote(old)}";
    }

    private static string? RowId(Table table)
        => SqliteFacets.RowIdColumn(table) is { } column ? SqlText.Quote(column.Name)
            : SqliteFacets.HiddenRowId(table);

    private static string? Value(PendingTable pending, Column column, string old)
    {
        var fill = Fill(pending, column, old);
        if (pending.Source(column.Name) is not { } source)
            return fill is null ? null : "(" + fill + ")";
        var value = SqlText.Quote(source.Name);
        if (ConversionGuards.IsTextToBlob(source, column))
            value = $"CAST({value} AS BLOB)";
        var missing = fill ?? (column.DefaultSql is null ? null : ColumnText.DefaultExpression(column.DefaultSql));
        return source.IsNullable && !column.IsNullable && missing is not null ? $"COALESCE({value}, ({missing}))" : value;
    }

    // A fill that names its own table means the rows that are there, which have been set aside.
    private static string? Fill(PendingTable pending, Column column, string old)
    {
        var (fill, name) = (pending.FillOf(column.Name), pending.Physical!.Name.Name);
        return fill is null || pending.Physical.Columns.Any(c => c.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) ? fill : SqlText.RenameIdentifier(fill, name, old);
    }
}
