using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Introspection.Postgres;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Sql.Postgres;

/// <summary>Writes EF's data operations, and takes the numbering of a column past the values that were written to it.</summary>
internal sealed class DataText(ScriptDraft draft)
{
    private const string Next = "nextval(";

    public const string StrategyAnnotation = "Npgsql:ValueGenerationStrategy";

    public void Insert(InsertDataOperation operation)
    {
        var table = draft.Table(operation.Schema, operation.Table);
        var name = ScriptDraft.Quote(operation.Schema, operation.Table);
        var always = operation.Columns.Any(c => Strategy(table, c) == "IdentityAlwaysColumn") ? " OVERRIDING SYSTEM VALUE" : "";
        var rows = Enumerable.Range(0, operation.Values.GetLength(0))
            .Select(row => "(" + string.Join(", ", Values(table, operation.Columns, operation.ColumnTypes, operation.Values, row)) + ")");
        draft.WriteRows($"INSERT INTO {name} ({string.Join(", ", operation.Columns.Select(SqlText.Quote))}){always}\nVALUES {string.Join(",\n", rows)}", $"InsertData {operation.Table}");
        foreach (var column in operation.Columns.Where(c => Strategy(table, c) is not null))
            draft.WriteRows(Numbering(name, column), $"InsertData {operation.Table}: go on behind the rows");
    }

    public void Update(UpdateDataOperation operation)
    {
        var table = draft.Table(operation.Schema, operation.Table);
        for (var row = 0; row < operation.KeyValues.GetLength(0); row++)
        {
            var values = operation.Columns.Zip(Values(table, operation.Columns, operation.ColumnTypes, operation.Values, row), (c, v) => SqlText.Quote(c) + " = " + v);
            var keys = Where(table, operation.KeyColumns, operation.KeyColumnTypes, operation.KeyValues, row);
            draft.WriteRows($"UPDATE {ScriptDraft.Quote(operation.Schema, operation.Table)} SET {string.Join(", ", values)}\nWHERE {keys}", $"UpdateData {operation.Table}");
        }
    }

    public void Delete(DeleteDataOperation operation)
    {
        var table = draft.Table(operation.Schema, operation.Table);
        for (var row = 0; row < operation.KeyValues.GetLength(0); row++)
        {
            var keys = Where(table, operation.KeyColumns, operation.KeyColumnTypes, operation.KeyValues, row);
            draft.WriteRows($"DELETE FROM {ScriptDraft.Quote(operation.Schema, operation.Table)}\nWHERE {keys}", $"DeleteData {operation.Table}");
        }
    }

    /// <summary>Takes the sequence behind a column past the largest value in it; never back.</summary>
    /// <param name="table">The table in quotes.</param>
    /// <param name="column">The column.</param>
    /// <param name="least">Where it shall be at least; null for anywhere.</param>
    public static string Numbering(string table, string column, string? least = null)
        => Numbering(table, column, $"pg_get_serial_sequence({PostgresText.Literal(table)}, {PostgresText.Literal(column)})", least);

    /// <summary>The same for all columns of a key that are numbered by themselves, or by a sequence that tables may share.</summary>
    /// <param name="table">The table.</param>
    public static IEnumerable<string> Numbering(Table table)
    {
        var name = SqlText.Quote(table.Name);
        foreach (var column in (table.PrimaryKey?.Columns ?? []).Select(c => table.FindColumn(c)!))
        {
            if (Strategy(table, column.Name) is not null)
                yield return Numbering(name, column.Name);
            else if (column.DefaultSql is { } next && next.StartsWith(Next, StringComparison.OrdinalIgnoreCase) && next.EndsWith(')'))
                yield return Numbering(name, column.Name, next[Next.Length..^1], null);
        }
    }

    private static string Numbering(string table, string column, string sequence, string? least)
        => $"SELECT setval({sequence}, GREATEST((SELECT MAX({SqlText.Quote(column)}) FROM {table}) + 1, nextval({sequence}){(least is null ? "" : ", " + least)}), false)";

    /// <summary>How a column numbers its rows; null where it does not.</summary>
    public static string? Strategy(Table? table, string column) => table?.FindColumn(column)?.Annotations[StrategyAnnotation] as string;

    private string Where(Table? table, string[] columns, string[]? types, object?[,] values, int row)
        => string.Join(" AND ", columns.Zip(Values(table, columns, types, values, row), (c, v) => SqlText.Quote(c) + (v == "NULL" ? " IS " : " = ") + v));

    private IEnumerable<string> Values(Table? table, string[] columns, string[]? types, object?[,] values, int row)
        => columns.Select((column, i) => values[row, i] is { } value && value is not DBNull
            ? Literal(value, table?.FindColumn(column)?.StoreType ?? types?[i] ?? "")
            : "NULL");

    // A row may be older than the type that its column has by now, and the server compares no text with a number.
    private string Literal(object value, string storeType)
    {
        var literal = draft.Traits.Literal(value, storeType);
        return draft.Traits.ClrType(storeType) is { } type && type != value.GetType() ? $"CAST({literal} AS {storeType})" : literal;
    }
}
