using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Replay;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Merge;

/// <summary>Seeded rows taken apart into values: two people may change two columns of one row.</summary>
internal static class RowObjects
{
    public static IEnumerable<SchemaObject> Of(Table table, SeedRow row)
    {
        if (table.PrimaryKey is not { } key)
            yield break;
        var label = Label(table, key, c => row.Values.GetValueOrDefault(c));
        yield return new(label, "", SchemaDescriber.Describe(row)) { Uses = [TableObjects.PrimaryKey(table.Name)], IsRow = true };
        foreach (var (column, value) in row.Values)
        {
            yield return new($"value {column} of {label}", new CellValue(value), SchemaDescriber.Value(value))
            {
                Owner = label,
                Uses = [SchemaObject.Column(table.Name, column)],
            };
        }
    }

    /// <summary>The labels of the rows that operations change by their keys.</summary>
    /// <param name="operations">What a revision does.</param>
    /// <param name="tables">The tables before.</param>
    public static IEnumerable<string> Updated(IEnumerable<MigrationOperation> operations, IReadOnlyDictionary<ObjectName, Table> tables)
    {
        foreach (var update in operations.OfType<UpdateDataOperation>())
        {
            var table = tables.Values.FirstOrDefault(t => t.Name.Name == update.Table && (t.Name.Schema is null || t.Name.Schema == update.Schema));
            if (table?.PrimaryKey is not { } key || !key.Columns.ToHashSet().SetEquals(update.KeyColumns))
                continue;
            for (var i = 0; i < update.KeyValues.GetLength(0); i++)
            {
                var row = i;
                yield return Label(table, key, c => SeedValue.Plain(update.KeyValues[row, System.Array.IndexOf(update.KeyColumns, c)], table.FindColumn(c)!));
            }
        }
    }

    private static string Label(Table table, Key key, System.Func<string, object?> value)
        => $"row {table.Name} ({string.Join(", ", key.Columns.Select(c => $"{c} = {SchemaDescriber.Value(value(c))}"))})";

    private readonly record struct CellValue(object? Value)
    {
        public bool Equals(CellValue other) => SeedRow.ValueEquals(Value, other.Value);

        public override int GetHashCode() => 0;
    }
}
