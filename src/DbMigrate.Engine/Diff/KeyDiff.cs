using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Diff;

/// <summary>
/// The primary key and the unique constraints of a table that stays. Neither can be renamed. A key that is unique only when
/// seeded rows have their values waits for them; one that numbers the rows itself cannot wait, nor one without which the
/// table is none.
/// </summary>
internal sealed class KeyDiff
{
    private readonly TablePair _pair;
    private readonly ListDiff<Key> _primary;
    private readonly ListDiff<Key> _unique;
    private readonly SeedTrades _trades;
    private readonly HashSet<Key> _late = new(ReferenceEqualityComparer.Instance);

    /// <summary>Compares the keys.</summary>
    /// <param name="pair">The table.</param>
    /// <param name="trades">The seeded rows that hand values on to each other.</param>
    public KeyDiff(TablePair pair, SeedTrades trades)
    {
        (_pair, _trades) = (pair, trades);
        _primary = Compare(pair.Old.PrimaryKey is null ? [] : [pair.Old.PrimaryKey], pair.New.PrimaryKey is null ? [] : [pair.New.PrimaryKey]);
        _unique = Compare(pair.Old.UniqueConstraints, pair.New.UniqueConstraints);
    }

    /// <summary>The keys that go, as they were: foreign keys to them cannot stay as they are.</summary>
    public IEnumerable<Key> Dropped => [.. _primary.Dropped, .. _unique.Dropped];

    /// <summary>What is lost with a primary key whose columns are not part of the new one: what rows are known by.</summary>
    public IEnumerable<string> Losses
        => _pair.Old.PrimaryKey is { } old && _pair.New.PrimaryKey is { } key && !(_pair.Map(old.Columns) is { } columns && columns.All(key.Columns.Contains))
            ? [$"changes the primary key of {_pair.New.Name} from ({string.Join(", ", old.Columns)}) to ({string.Join(", ", key.Columns)})"]
            : [];

    /// <summary>Drops keys under old names.</summary>
    public void Drop(OperationOrder operations)
    {
        var table = _pair.Old.Name;
        foreach (var key in _unique.Dropped)
            operations.Add(Stage.Drop, ConstraintOperations.DropUnique(table, key));
        foreach (var key in _primary.Dropped)
            operations.Add(Stage.Drop, ConstraintOperations.DropPrimaryKey(table, key));
    }

    /// <summary>Adds keys under new names, but for those that must wait for rows.</summary>
    /// <param name="operations">The operations.</param>
    /// <param name="traits">What the database can do.</param>
    /// <param name="seeds">What changes in the table's seeded rows; null where it has none.</param>
    public void Add(OperationOrder operations, ProviderTraits traits, SeedChanges? seeds)
    {
        _late.UnionWith(_primary.Added.Where(k => !IsNeededAtOnce(k, traits)).Concat(_unique.Added).Where(k => _trades.Any(_pair, k.Columns) || (seeds?.Sets(k.Columns) == true && !ExtendsFormer(k))));
        foreach (var key in _primary.Added.Where(k => !_late.Contains(k)))
            operations.Add(Stage.Change, ConstraintOperations.AddPrimaryKey(_pair.New.Name, key));
        foreach (var key in _unique.Added.Where(k => !_late.Contains(k)))
            operations.Add(Stage.Change, ConstraintOperations.AddUnique(_pair.New.Name, key));
    }

    /// <summary>Adds keys that had to wait; rows that come are known by the primary one.</summary>
    /// <param name="operations">The operations; those that give the rows their values in the primary key are the last ones.</param>
    public void AddLate(OperationOrder operations)
    {
        foreach (var key in _primary.Added.Where(_late.Contains))
            operations.Add(Stage.Seed, ConstraintOperations.AddPrimaryKey(_pair.New.Name, key));
        foreach (var key in _unique.Added.Where(_late.Contains))
            operations.Add(Stage.LateKeys, ConstraintOperations.AddUnique(_pair.New.Name, key));
    }

    /// <summary>Whether a foreign key can be there only when a key that has to wait is there.</summary>
    public bool IsLate(ForeignKey key) => _late.Any(k => k.Columns.ToHashSet().SetEquals(key.PrincipalColumns));

    private bool IsNeededAtOnce(Key key, ProviderTraits traits)
        => key.Columns.Any(c => traits.NumbersRows(_pair.New, _pair.New.FindColumn(c)!)) || _pair.New.Annotations[OperationAnnotations.WithoutRowId] is true;

    // What was unique stays so with columns more, whatever is in these.
    private bool ExtendsFormer(Key key)
        => _pair.Old.PrimaryKey is { } former && _pair.Map(former.Columns) is { } columns && columns.All(key.Columns.Contains);

    private ListDiff<Key> Compare(IEnumerable<Key> before, IEnumerable<Key> after)
        => ListDiff<Key>.Of(
            before,
            after,
            k => _pair.Map(k.Columns) is { } columns && !_trades.Any(_pair, columns) ? k with { Columns = columns } : null,
            (b, a) => ListDiff<Key>.SameName(b.Name, a.Name) && b.Columns.Equals(a.Columns) && b.Annotations.Equals(a.Annotations));
}
