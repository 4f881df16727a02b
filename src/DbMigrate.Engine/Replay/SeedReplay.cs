using System;
using System.Collections.Immutable;
using System.Linq;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Values = System.Collections.Immutable.ImmutableSortedDictionary<string, object?>;

namespace DbMigrate.Engine.Replay;

/// <summary>
/// Seeded rows. A row is known by its primary key; one inserted without it, and changes of rows that are not
/// seeded, are data like any other and no schema.
/// </summary>
internal static class SeedReplay
{
    private static readonly Values Empty = ImmutableSortedDictionary.Create<string, object?>(StringComparer.Ordinal);

    public static bool TryApply(ReplaySession session, MigrationOperation operation)
    {
        switch (operation)
        {
            case InsertDataOperation insert:
                Insert(session, insert);
                return true;
            case UpdateDataOperation update:
                Update(session, update);
                return true;
            case DeleteDataOperation delete:
                Delete(session, delete);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Gives the rows of a table the value that fills a new column; what is default or NULL is left out.</summary>
    public static void ColumnAdded(ReplaySession session, Table table, Column column, AddColumnOperation operation)
    {
        if (ColumnReader.Fill(operation) is { } fill)
            Change(session, table, row => row.SetItem(column.Name, SeedValue.Plain(fill, column)));
    }

    /// <summary>
    /// Keeps what rows have in a column whose definition changes: a default that goes away stays their value, a fill
    /// takes the place of NULL, and numbers take the new type.
    /// </summary>
    public static void ColumnAltered(ReplaySession session, Table table, Column before, Column now, AlterColumnOperation operation)
    {
        var isKey = table.PrimaryKey?.Columns.Contains(now.Name) == true;
        var fill = before.IsNullable ? ColumnReader.Fill(operation) : null;
        var leftOut = before.DefaultSql is null ? fill : before.Hints.DefaultValue;
        Change(session, table, row =>
        {
            if (row.TryGetValue(now.Name, out var value))
                return With(session, row, now, value ?? fill, isKey);

            // What an expression gave is known to the database alone.
            return before.DefaultSql is not null && leftOut is null ? row : With(session, row, now, leftOut, isKey);
        });
    }

    /// <summary>Spells out what rows have in the columns of a new primary key, and leaves out what is default where a column is in none any more.</summary>
    public static void KeyChanged(ReplaySession session, Table table, Key? before, Key? now)
    {
        var columns = (before?.Columns ?? []).Concat(now?.Columns ?? []).Distinct(StringComparer.Ordinal).Select(c => table.FindColumn(c)!).ToList();
        Change(session, table, row => columns.Aggregate(row, (r, c) =>
            With(session, r, c, r.TryGetValue(c.Name, out var value) ? value : c.Hints.DefaultValue, now?.Columns.Contains(c.Name) == true)));
    }

    public static void ColumnRenamed(ReplaySession session, Table table, string from, string to)
        => Change(session, table, row => row.TryGetValue(from, out var value) ? row.Remove(from).SetItem(to, value) : row);

    public static void ColumnDropped(ReplaySession session, Table table, string column)
        => Change(session, table, row => row.Remove(column));

    private static void Insert(ReplaySession session, InsertDataOperation operation)
    {
        var table = session.Table(operation.Schema, operation.Table, "Insert rows");
        ReplaySession.RequireColumns(table, operation.Columns, "Insert rows");
        if (table.PrimaryKey is not { } key || !key.Columns.All(operation.Columns.Contains))
            return;
        var columns = operation.Columns.Select(c => table.FindColumn(c)!).ToArray();
        var rows = session.Seeds(table);
        string[] keyColumns = [.. key.Columns];
        for (var i = 0; i < operation.Values.GetLength(0); i++)
        {
            var row = new SeedRow(columns.Select((c, n) => (Column: c, Value: operation.Values[i, n])).Aggregate(
                Empty, (r, v) => With(session, r, v.Column, v.Value, key.Columns.Contains(v.Column.Name))));
            object?[] keyValues = [.. keyColumns.Select(c => row.Values[c])];
            if (rows.Find(keyColumns, keyValues).Count > 0)
                throw ReplaySession.Conflict($"Insert rows: {table.Name} has a row with {string.Join(", ", keyColumns.Zip(keyValues, (c, v) => $"{c} = {v}"))} already.", table.Name);
            rows.Add(row);
        }
    }

    private static void Update(ReplaySession session, UpdateDataOperation operation)
    {
        var table = session.Table(operation.Schema, operation.Table, "Update rows");
        ReplaySession.RequireColumns(table, operation.KeyColumns.Concat(operation.Columns), "Update rows");
        var rows = session.Seeds(table);
        for (var i = 0; i < operation.KeyValues.GetLength(0); i++)
        {
            foreach (var number in rows.Find(operation.KeyColumns, Key(table, operation.KeyColumns, operation.KeyValues, i)))
                rows.Update(number, values => Set(session, table, values, operation, i));
        }
    }

    private static void Delete(ReplaySession session, DeleteDataOperation operation)
    {
        var table = session.Table(operation.Schema, operation.Table, "Delete rows");
        ReplaySession.RequireColumns(table, operation.KeyColumns, "Delete rows");
        var rows = session.Seeds(table);
        for (var i = 0; i < operation.KeyValues.GetLength(0); i++)
        {
            foreach (var number in rows.Find(operation.KeyColumns, Key(table, operation.KeyColumns, operation.KeyValues, i)))
                rows.Remove(number);
        }
    }

    private static Values Set(ReplaySession session, Table table, Values row, UpdateDataOperation operation, int number)
    {
        for (var i = 0; i < operation.Columns.Length; i++)
        {
            var column = table.FindColumn(operation.Columns[i])!;
            row = With(session, row, column, operation.Values[number, i], table.PrimaryKey?.Columns.Contains(column.Name) == true);
        }

        return row;
    }

    private static object?[] Key(Table table, string[] columns, object?[,] values, int row)
        => [.. columns.Select((c, i) => SeedValue.Plain(values[row, i], table.FindColumn(c)!))];

    private static Values With(ReplaySession session, Values row, Column column, object? value, bool isKey)
    {
        value = SeedValue.Plain(value, column);
        return !isKey && SeedValue.IsDefault(session.Traits, value, column) ? row.Remove(column.Name) : row.SetItem(column.Name, value);
    }

    private static void Change(ReplaySession session, Table table, Func<Values, Values> change)
    {
        var rows = session.Seeds(table);
        if (!rows.IsEmpty)
            rows.ChangeAll(change);
    }
}
