using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Tests.Generators;

/// <summary>
/// Lets seeded rows refer to rows of other numbers: of the same table, or of one that comes before or behind it. A row refers
/// to one of a lower rank only, so that rows never refer to each other in a circle, which EF Core refuses.
/// </summary>
internal sealed class SeedCrossing(Draw draw, PairBuilder pair)
{
    /// <summary>The schema with such references.</summary>
    public SchemaState Cross(SchemaState state)
    {
        foreach (var table in state.Tables.Values.Where(t => t.Seeds.Count > 0))
            state = state with { Tables = state.Tables.SetItem(table.Name, table with { Seeds = table.Seeds.Select(r => Cross(state, table, r)).ToEquatableList() }) };
        return state;
    }

    private SeedRow Cross(SchemaState state, Table table, SeedRow row)
    {
        if (Rank(table, row) is not { } rank || !draw.Chance(50) || draw.PickOrNull(table.ForeignKeys.Where(k => k.Columns.All(c => IsFree(table, k, c)))) is not { } key)
            return row;
        var principal = state.Tables[key.PrincipalTable];
        if (draw.PickOrNull(principal.Seeds.Where(r => Rank(principal, r) < rank)) is not { } target)
            return row;
        var values = key.PrincipalColumns.Select(c => SeedCell.Of(target, principal.FindColumn(c)!).Value).ToList();
        return values.Contains(null) ? row : new(row.Values.SetItems(key.Columns.Zip(values, (c, v) => KeyValuePair.Create(c, v))));
    }

    // What must differ from row to row, or belongs to another reference too, stays as it is.
    private bool IsFree(Table table, ForeignKey key, string column)
        => table.FindColumn(column) is { DefaultSql: null, ComputedSql: null } found && !pair.ChangesType(table, found)
            && table.PrimaryKey?.Columns.Contains(column) != true && !table.UniqueConstraints.Any(k => k.Columns.Contains(column))
            && !table.Indexes.Any(i => i.IsUnique && i.Columns.Contains(column)) && !table.ForeignKeys.Any(k => k != key && k.Columns.Contains(column));

    // Rows of one number refer to each other too, in the order of tables.
    private static int? Rank(Table table, SeedRow row)
        => table.PrimaryKey is { } key && key.Columns.Select(c => row.Values[c]).All(v => v is int or string)
            && int.TryParse(string.Concat(Convert.ToString(row.Values[key.Columns[0]], CultureInfo.InvariantCulture)!.Where(char.IsAsciiDigit)), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number * 7919 % 1009
            : null;
}
