using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Diff;

/// <summary>Makes EF's operations for rows, with the types of columns.</summary>
internal static class SeedOperations
{
    /// <summary>New rows, as few operations as equal sets of columns allow.</summary>
    public static IEnumerable<InsertDataOperation> Insert(Table table, IReadOnlyList<SeedRow> rows)
    {
        var mentioned = rows.SelectMany(r => r.Values.Keys).ToHashSet();
        var columns = table.Columns.Where(c => mentioned.Contains(c.Name)).ToList();
        var batch = new List<SeedRow>();
        List<Column>? shape = null;
        foreach (var row in rows)
        {
            var own = columns.Where(c => row.Values.ContainsKey(c.Name) || SeedCell.DefaultOf(c).IsKnown).ToList();
            if (shape is not null && !own.SequenceEqual(shape))
            {
                yield return Insert(table, shape, batch);
                batch.Clear();
            }

            shape = own;
            batch.Add(row);
        }

        if (shape is not null)
            yield return Insert(table, shape, batch);
    }

    /// <summary>Changed values of a row.</summary>
    public static UpdateDataOperation Update(Table table, SeedUpdate update) => new()
    {
        Schema = table.Name.Schema,
        Table = table.Name.Name,
        KeyColumns = [.. update.KeyColumns],
        KeyColumnTypes = [.. update.KeyColumns.Select(c => table.FindColumn(c)!.StoreType)],
        KeyValues = Grid([update.Key]),
        Columns = [.. update.Columns.Select(c => c.Name)],
        ColumnTypes = [.. update.Columns.Select(c => c.StoreType)],
        Values = Grid([update.Values]),
    };

    /// <summary>Rows that go.</summary>
    /// <param name="name">The table's name at that moment.</param>
    /// <param name="key">The key's columns as rows have them, and as they are called at that moment.</param>
    /// <param name="rows">The rows.</param>
    public static DeleteDataOperation Delete(ObjectName name, IReadOnlyList<(Column Column, string Name)> key, IEnumerable<SeedRow> rows) => new()
    {
        Schema = name.Schema,
        Table = name.Name,
        KeyColumns = [.. key.Select(c => c.Name)],
        KeyColumnTypes = [.. key.Select(c => c.Column.StoreType)],
        KeyValues = Grid([.. rows.Select(r => key.Select(c => SeedCell.Of(r, c.Column).Value).ToList())]),
        IsDestructiveChange = true,
    };

    private static InsertDataOperation Insert(Table table, List<Column> columns, List<SeedRow> rows) => new()
    {
        Schema = table.Name.Schema,
        Table = table.Name.Name,
        Columns = [.. columns.Select(c => c.Name)],
        ColumnTypes = [.. columns.Select(c => c.StoreType)],
        Values = Grid([.. rows.Select(r => columns.Select(c => SeedCell.Of(r, c).Value).ToList())]),
    };

    private static object?[,] Grid(IReadOnlyList<IReadOnlyList<object?>> rows)
    {
        var grid = new object?[rows.Count, rows.Count == 0 ? 0 : rows[0].Count];
        for (var row = 0; row < rows.Count; row++)
        {
            for (var column = 0; column < rows[row].Count; column++)
                grid[row, column] = rows[row][column];
        }

        return grid;
    }
}
