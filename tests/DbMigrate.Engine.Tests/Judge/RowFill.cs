using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Tests.Judge;

/// <summary>A row beside the seeded ones in each table: every value stands for the same number, so that it refers to that of other tables.</summary>
internal static class RowFill
{
    private const int Number = 12;

    private static readonly string[] Volatile = ["CURRENT_TIMESTAMP", "now()", "random"];

    /// <summary>The statements; none for a table with a required column of a type that nobody here has a value of.</summary>
    public static IEnumerable<string> Statements(IBench bench, SchemaState state)
    {
        foreach (var table in state.Tables.Values)
        {
            var values = table.Columns.Where(c => c.ComputedSql is null).ToDictionary(c => c.Name, c => bench.Literal(c.StoreType, Number), StringComparer.Ordinal);
            if (values.Count == 0 || table.Columns.Any(c => !c.IsNullable && values.GetValueOrDefault(c.Name, "") is null))
                continue;
            var names = string.Join(", ", values.Keys.Select(SqlText.Quote));
            var overriding = table.Columns.Any(c => c.Annotations["Npgsql:ValueGenerationStrategy"] is not null) ? " OVERRIDING SYSTEM VALUE" : "";
            yield return $"INSERT INTO {SqlText.Quote(table.Name)} ({names}){overriding} VALUES ({string.Join(", ", values.Values.Select(v => v ?? "NULL"))})";
        }
    }

    /// <summary>What differs between the rows of two databases of one schema, column by column.</summary>
    public static IEnumerable<SchemaDifference> Compare(IBench theirs, SchemaState theirState, IBench ours, SchemaState ourState)
    {
        foreach (var table in theirState.Tables.Values.Select(Steady).Where(t => ourState.Tables.TryGetValue(t.Name, out var other) && Names(t).SequenceEqual(Names(Steady(other)))))
        {
            var (left, right) = (theirs.Rows(table).Order(StringComparer.Ordinal).ToList(), ours.Rows(table).Order(StringComparer.Ordinal).ToList());
            if (left.Count != right.Count)
            {
                yield return new("Row", $"rows {table.Name}", string.Join("\n", left), string.Join("\n", right));
                continue;
            }

            foreach (var (expected, actual) in left.Zip(right))
            {
                var values = Names(table).Zip(expected.Split('\u001f'), actual.Split('\u001f'));
                foreach (var (column, their, our) in values.Where(v => v.Second != v.Third))
                    yield return new("Row", $"value {table.Name}.{column}", their, our);
            }
        }
    }

    /// <summary>A table's columns in the order of <see cref="IBench.Rows"/>.</summary>
    public static IEnumerable<string> Names(Table table) => table.Columns.Select(c => c.Name).Order(StringComparer.Ordinal);

    // The moment, and what is drawn, is another one in each of the databases.
    private static Table Steady(Table table) => table with { Columns = table.Columns.RemoveAll(c => Volatile.Any(f => c.DefaultSql?.Contains(f, StringComparison.OrdinalIgnoreCase) == true)) };
}
