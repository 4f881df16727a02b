using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Diff;

/// <summary>
/// Where the seeded rows of a table that stays hand values on to each other, as when two of them change places in a unique
/// order. Databases look at each row by itself, so that what makes such values unique, or refers to them, is dropped and made
/// again around the rows.
/// </summary>
internal sealed class SeedTrades
{
    private readonly SchemaMatch _match;
    private readonly Lazy<SeedReferences> _before;

    /// <summary>Creates the comparison.</summary>
    public SeedTrades(SchemaMatch match)
    {
        _match = match;
        _before = new(() => new([.. match.From.Tables.Values.Where(t => t.Seeds.Count > 0)], t => t.ForeignKeys));
    }

    /// <summary>Whether a row gets values that another one has until it changes, or until it goes when no row refers to it any more.</summary>
    /// <param name="pair">The table.</param>
    /// <param name="columns">The columns that are unique together, under their new names.</param>
    public bool Any(TablePair pair, EquatableList<string> columns)
    {
        if (pair.Old.Seeds.Count == 0 || pair.New.Seeds.Count == 0 || columns.Count == 0)
            return false;
        if (columns.Select(pair.OldNameOf).OfType<string>().ToEquatableList() is var before && before.Count < columns.Count)
            return false;
        var rows = pair.Rows;
        var gone = rows.Gone.Where(r => _before.Value.Dependents(r).Count == 0).ToHashSet<SeedRow>(ReferenceEqualityComparer.Instance);
        var holders = pair.Old.Seeds.Where(r => !gone.Contains(r)).ToLookup(r => SeedReferences.Text(r, pair.Old, before), StringComparer.Ordinal);
        return pair.New.Seeds.Any(r => SeedReferences.Text(r, pair.New, columns) is { } text && holders[text].Any(h => h != rows.OldOf(r)));
    }

    /// <summary>
    /// Whether seeded rows refer to values that change, or to a row that cannot wait for them: it goes with a text which the
    /// new type of its column may not take.
    /// </summary>
    /// <param name="key">The foreign key as it was.</param>
    /// <param name="dependent">Its table.</param>
    public bool Cuts(ForeignKey key, Table dependent)
    {
        if (dependent.Seeds.Count == 0 || _match.ByOld(key.PrincipalTable) is not { } pair || pair.Old.Seeds.Count == 0)
            return false;
        var free = Moved(pair, key.PrincipalColumns).Concat(Hurrying(pair))
            .Select(r => SeedReferences.Text(r, pair.Old, key.PrincipalColumns)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return free.Count > 0 && dependent.Seeds.Any(r => SeedReferences.Text(r, dependent, key.Columns) is { } text && free.Contains(text));
    }

    // Rows that stay and get other values, as they were.
    private static IEnumerable<SeedRow> Moved(TablePair pair, EquatableList<string> columns)
        => pair.Map(columns) is not { } after ? [] :
            from row in pair.New.Seeds
            let old = pair.Rows.OldOf(row)
            where old is not null && SeedReferences.Text(old, pair.Old, columns) != SeedReferences.Text(row, pair.New, after)
            select old;

    private static IEnumerable<SeedRow> Hurrying(TablePair pair)
        => pair.Rows.Gone.Where(r => pair.Retyped.Any(c => SeedCell.Of(r, c.Old).Value is string));
}
