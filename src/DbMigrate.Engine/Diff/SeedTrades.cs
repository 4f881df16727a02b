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

    /// <summary>Whether seeded rows refer to a row that goes with a text which the new type of its column may not take: it cannot wait for them.</summary>
    /// <param name="key">The foreign key as it was.</param>
    /// <param name="dependent">Its table.</param>
    public bool Hurries(ForeignKey key, Table dependent)
    {
        if (dependent.Seeds.Count == 0 || _match.ByOld(key.PrincipalTable) is not { } pair || pair.Old.Seeds.Count == 0)
            return false;
        var texts = pair.Kept.Where(c => c.Old.StoreType != c.New.StoreType && c.New.ComputedSql is null).Select(c => c.Old).ToList();
        var gone = pair.Rows.Gone.Where(r => texts.Exists(c => SeedCell.Of(r, c).Value is string))
            .Select(r => SeedReferences.Text(r, pair.Old, key.PrincipalColumns)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return gone.Count > 0 && dependent.Seeds.Any(r => SeedReferences.Text(r, dependent, key.Columns) is { } text && gone.Contains(text));
    }

    /// <summary>Whether values change that seeded rows refer to.</summary>
    /// <param name="key">The foreign key as it was.</param>
    /// <param name="dependent">Its table.</param>
    public bool Moves(ForeignKey key, Table dependent)
    {
        if (dependent.Seeds.Count == 0 || _match.ByOld(key.PrincipalTable) is not { } pair || pair.Old.Seeds.Count == 0 || pair.Map(key.PrincipalColumns) is not { } after)
            return false;
        var rows = pair.Rows;
        var moved = pair.New.Seeds
            .Select(r => (Old: rows.OldOf(r), New: r))
            .Where(r => r.Old is not null)
            .Select(r => (Old: SeedReferences.Text(r.Old!, pair.Old, key.PrincipalColumns), New: SeedReferences.Text(r.New, pair.New, after)))
            .Where(t => t.Old is not null && t.Old != t.New)
            .Select(t => t.Old)
            .ToHashSet(StringComparer.Ordinal);
        return moved.Count > 0 && dependent.Seeds.Any(r => moved.Contains(SeedReferences.Text(r, dependent, key.Columns)));
    }
}
