using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Tests.Generators;

/// <summary>Lets two seeded rows of a table exchange what is unique in them.</summary>
internal sealed class SeedTrading(Draw draw, PairBuilder pair, SeedGenerator seeds)
{
    /// <summary>The schema with rows that have done so.</summary>
    public SchemaState Trade(SchemaState state)
    {
        foreach (var table in state.Tables.Values.Where(t => t.Seeds.Count > 1))
        {
            var keys = table.UniqueConstraints.Select(k => k.Columns).Concat(table.Indexes.Where(i => i is { IsUnique: true, RawSql: null }).Select(i => i.Columns));
            if (draw.PickOrNull(keys.Where(k => k.All(c => IsFree(table, c)))) is not { } columns || Two(table) is not var (one, other))
                continue;
            var rows = table.Seeds.Replace(r => ReferenceEquals(r, one) || ReferenceEquals(r, other), r => Take(table, r, columns, ReferenceEquals(r, one) ? other : one));
            state = state with { Tables = state.Tables.SetItem(table.Name, table with { Seeds = rows }) };
            pair.Changes.Add("exchange seed values");
        }

        return state;
    }

    // The rows were there before, so that they do have something to exchange.
    private (SeedRow One, SeedRow Other)? Two(Table table)
    {
        if (pair.Before(table.Name)?.Seeds.Count is null or < 2)
            return null;
        var one = draw.Pick(table.Seeds.ToList());
        return (one, draw.Pick(table.Seeds.Where(r => r != one).ToList()));
    }

    private SeedRow Take(Table table, SeedRow row, IEnumerable<string> columns, SeedRow other)
        => columns.Select(c => table.FindColumn(c)!).Aggregate(row, (r, c) => seeds.Set(r, c, SeedCell.Of(other, c).Value));

    private bool IsFree(Table table, string column)
        => table.FindColumn(column) is { DefaultSql: null, ComputedSql: null } found && !pair.ChangesType(table, found)
            && table.PrimaryKey?.Columns.Contains(column) != true && !table.ForeignKeys.Any(k => k.Columns.Contains(column));
}
