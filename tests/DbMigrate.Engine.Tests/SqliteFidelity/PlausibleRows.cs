using System.Linq;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Tests.Sql.Sqlite;

namespace DbMigrate.Engine.Tests.SqliteFidelity;

/// <summary>Fills any schema with rows that refer to each other: the n-th row of a table to the n-th of another.</summary>
internal static class PlausibleRows
{
    private const int Count = 3;

    public static void Insert(SqliteFile file, SchemaState state)
    {
        // Tables refer to each other in circles.
        file.Execute("PRAGMA foreign_keys = OFF");
        foreach (var table in state.Tables.Values)
        {
            for (var row = 1; row <= Count; row++)
                Insert(file, table, row);
            if (table.Columns.FirstOrDefault(c => c.Annotations["Sqlite:Autoincrement"] is true) is not { } id)
                continue;

            // A mark above all rows.
            Insert(file, table, 9);
            file.Execute($"DELETE FROM {SqlText.Quote(table.Name.Name)} WHERE {SqlText.Quote(id.Name)} = 9");
        }

        file.Execute("PRAGMA foreign_keys = ON");
    }

    private static void Insert(SqliteFile file, Table table, int row)
    {
        var columns = table.Columns.Where(c => c.ComputedSql is null && (c.DefaultSql is null || table.ForeignKeys.Any(k => k.Columns.Contains(c.Name)))).ToList();
        var names = string.Join(", ", columns.Select(c => SqlText.Quote(c.Name)));
        file.Execute($"INSERT INTO {SqlText.Quote(table.Name.Name)} ({names}) VALUES ({string.Join(", ", columns.Select(c => Value(table, c, row)))})");
    }

    private static string Value(Table table, Column column, int row)
    {
        var isKey = table.PrimaryKey?.Columns.Contains(column.Name) == true || table.ForeignKeys.Any(k => k.Columns.Contains(column.Name));
        if (column.IsNullable && !isKey && row == 1)
            return "NULL";
        var type = column.StoreType.ToUpperInvariant();
        return type.Contains("INT") ? $"{row}" : type.Contains("CHAR") || type.Contains("TEXT") ? $"'t{row}'" : type.Contains("BLOB") ? $"x'0{row}'" : $"{row}.5";
    }
}
