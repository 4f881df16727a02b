using System;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Sql.Sqlite;

/// <summary>What SQLite makes of a table's facets.</summary>
internal static class SqliteFacets
{
    private static readonly string[] RowIdNames = ["rowid", "_rowid_", "oid"];

    /// <summary>Whether the column is marked <c>AUTOINCREMENT</c>; it only counts on the single column of a primary key.</summary>
    /// <param name="column">The column.</param>
    public static bool IsAutoincrement(Column column) => column.Annotations["Sqlite:Autoincrement"] is true;

    /// <summary>Whether the table keeps a high-water mark in <c>sqlite_sequence</c>.</summary>
    /// <param name="table">The table.</param>
    public static bool IsAutoincrement(Table table) => InlineKeyColumn(table) is { } column && IsAutoincrement(column);

    /// <summary>The only column of the primary key, or null.</summary>
    /// <param name="table">The table.</param>
    public static Column? InlineKeyColumn(Table table)
        => table.PrimaryKey is { Columns.Count: 1 } key ? table.FindColumn(key.Columns[0]) : null;

    /// <summary>Whether the primary key is written beside its column.</summary>
    /// <param name="table">The table.</param>
    public static bool IsKeyInline(Table table)
        => InlineKeyColumn(table) is not null && table.PrimaryKey!.Annotations[OperationAnnotations.KeyColumns] is null;

    /// <summary>The column that is another name of the row id, or null.</summary>
    /// <param name="table">The table.</param>
    public static Column? RowIdColumn(Table table)
        => !IsWithoutRowId(table) && InlineKeyColumn(table) is { } column && IsRowIdType(table, column) ? column : null;

    // By an oversight that is kept for old files, a descending key written beside its column is no row id.
    private static bool IsRowIdType(Table table, Column column)
        => column.StoreType.Equals("INTEGER", StringComparison.OrdinalIgnoreCase) && table.PrimaryKey!.Annotations[OperationAnnotations.InlineDescending] is not true;

    /// <summary>Whether the table is <c>WITHOUT ROWID</c>.</summary>
    /// <param name="table">The table.</param>
    public static bool IsWithoutRowId(Table table) => table.Annotations[OperationAnnotations.WithoutRowId] is true;

    /// <summary>Whether the table is <c>STRICT</c>.</summary>
    /// <param name="table">The table.</param>
    public static bool IsStrict(Table table) => table.Annotations[OperationAnnotations.Strict] is true;

    /// <summary>The name that reads and writes the id which rows have and no column shows; null where they have none, or columns took all its names.</summary>
    /// <param name="table">The table.</param>
    public static string? HiddenRowId(Table table)
        => IsWithoutRowId(table) || RowIdColumn(table) is not null
            ? null
            : RowIdNames.FirstOrDefault(n => !table.Columns.Any(c => c.Name.Equals(n, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The affinity of a store type by SQLite's own rules.</summary>
    /// <param name="storeType">The declared type.</param>
    public static string Affinity(string storeType)
    {
        bool Has(string part) => storeType.Contains(part, StringComparison.OrdinalIgnoreCase);
        if (Has("INT"))
            return "INTEGER";
        if (Has("CHAR") || Has("CLOB") || Has("TEXT"))
            return "TEXT";
        if (storeType.Length == 0 || Has("BLOB"))
            return "BLOB";
        return Has("REAL") || Has("FLOA") || Has("DOUB") ? "REAL" : "NUMERIC";
    }
}
