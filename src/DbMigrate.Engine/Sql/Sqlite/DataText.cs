using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Sql.Sqlite;

/// <summary>Writes EF's data operations.</summary>
internal sealed class DataText(ProviderTraits traits)
{
    /// <summary>One statement for all rows.</summary>
    /// <param name="table">The table at that point; null where it is unknown.</param>
    /// <param name="operation">The operation.</param>
    public string Insert(Table? table, InsertDataOperation operation)
    {
        var rows = Enumerable.Range(0, operation.Values.GetLength(0))
            .Select(row => "(" + string.Join(", ", Values(table, operation.Columns, operation.ColumnTypes, operation.Values, row)) + ")");
        return $"INSERT INTO {SqlText.Quote(operation.Table)} ({ConstraintText.Columns(operation.Columns)})\nVALUES {string.Join(",\n", rows)}";
    }

    /// <summary>One statement a row.</summary>
    /// <param name="table">The table at that point; null where it is unknown.</param>
    /// <param name="operation">The operation.</param>
    public IEnumerable<string> Update(Table? table, UpdateDataOperation operation)
    {
        for (var row = 0; row < operation.KeyValues.GetLength(0); row++)
        {
            var values = operation.Columns.Zip(Values(table, operation.Columns, operation.ColumnTypes, operation.Values, row), (c, v) => SqlText.Quote(c) + " = " + v);
            var keys = Where(table, operation.KeyColumns, operation.KeyColumnTypes, operation.KeyValues, row);
            yield return $"UPDATE {SqlText.Quote(operation.Table)} SET {string.Join(", ", values)}\nWHERE {keys}";
        }
    }

    /// <summary>One statement a row.</summary>
    /// <param name="table">The table at that point; null where it is unknown.</param>
    /// <param name="operation">The operation.</param>
    public IEnumerable<string> Delete(Table? table, DeleteDataOperation operation)
    {
        for (var row = 0; row < operation.KeyValues.GetLength(0); row++)
            yield return $"DELETE FROM {SqlText.Quote(operation.Table)}\nWHERE {Where(table, operation.KeyColumns, operation.KeyColumnTypes, operation.KeyValues, row)}";
    }

    private string Where(Table? table, string[] columns, string[]? types, object?[,] values, int row)
        => string.Join(" AND ", columns.Zip(Values(table, columns, types, values, row), (c, v) => SqlText.Quote(c) + (v == "NULL" ? " IS " : " = ") + v));

    private IEnumerable<string> Values(Table? table, string[] columns, string[]? types, object?[,] values, int row)
        => columns.Select((column, i) => values[row, i] is { } value
            ? traits.Literal(value, types?[i] ?? table?.FindColumn(column)?.StoreType ?? "")
            : "NULL");
}
