using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Tests.Generators;

/// <summary>Draws seeded rows, numbered from 101, and keeps them valid when the schema changes.</summary>
internal sealed class SeedGenerator(Draw draw, ProviderTraits traits)
{
    public const int First = 101;

    public SeedRow Row(Table table, int number)
    {
        var values = ImmutableSortedDictionary.CreateBuilder<string, object?>(StringComparer.Ordinal);
        foreach (var column in table.Columns.Where(c => c.ComputedSql is null))
        {
            var isKey = table.PrimaryKey!.Columns.Contains(column.Name);
            var value = column.IsNullable && draw.Chance(30) ? null : ColumnKind.Of(column).Natural(number);
            if (isKey || !IsDefault(value, column))
                values.Add(column.Name, value);
        }

        return new(values.ToImmutable());
    }

    /// <summary>The schema with references between seeded rows made good: to nothing where their row is not there.</summary>
    public SchemaState Repair(SchemaState state)
    {
        var order = DependencyOrder.Of(state);
        foreach (var name in order.Sorted)
        {
            var table = state.Tables[name];
            var before = table.Seeds;
            table = table.PrimaryKey is null ? table with { Seeds = [] } : table with { Seeds = table.Seeds.Select(r => Canonical(table, r)).ToEquatableList() };
            foreach (var key in table.ForeignKeys)
            {
                var isForward = order.PointsForward(name, key);
                var principal = key.PrincipalTable == name ? table : state.Tables[key.PrincipalTable];
                var known = isForward ? [] : principal.Seeds.Select(r => SeedKey.Of(Values(principal, r, key.PrincipalColumns))).ToHashSet(StringComparer.Ordinal);
                table = table with { Seeds = table.Seeds.Select(r => Refer(table, r, key, known)).OfType<SeedRow>().ToEquatableList() };
            }

            if (!before.Equals(table.Seeds))
                state = state with { Tables = state.Tables.SetItem(name, table) };
        }

        return state;
    }

    private SeedRow? Refer(Table table, SeedRow row, ForeignKey key, HashSet<string> known)
    {
        var values = Values(table, row, key.Columns).ToList();
        if (values.Contains(null) || known.Contains(SeedKey.Of(values)))
            return row;
        var free = key.Columns.Select(c => table.FindColumn(c)!).FirstOrDefault(c => c.IsNullable);
        return free is null ? null : Set(row, free, null);
    }

    /// <summary>The row with a value; what is the column's default is left out.</summary>
    public SeedRow Set(SeedRow row, Column column, object? value)
        => new(IsDefault(value, column) ? row.Values.Remove(column.Name) : row.Values.SetItem(column.Name, value));

    private SeedRow Canonical(Table table, SeedRow row)
        => table.Columns.Where(c => c.ComputedSql is null && !table.PrimaryKey!.Columns.Contains(c.Name)).Aggregate(
            row,
            (r, c) => !r.Values.TryGetValue(c.Name, out var value) ? r : Set(r, c, value));

    private static IEnumerable<object?> Values(Table table, SeedRow row, IEnumerable<string> columns)
        => columns.Select(c => SeedCell.Of(row, table.FindColumn(c)!) is { IsKnown: true, Value: var value } ? value : null);

    private bool IsDefault(object? value, Column column)
        => value is null ? column.DefaultSql is null : column.DefaultSql is { } sql && SqlText.Normalize(traits.Literal(value, column.StoreType)) == sql;
}
