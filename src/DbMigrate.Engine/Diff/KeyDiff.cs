using System.Collections.Generic;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Diff;

/// <summary>The primary key and the unique constraints of a table that stays. Neither can be renamed.</summary>
internal sealed class KeyDiff
{
    private readonly TablePair _pair;
    private readonly ListDiff<Key> _primary;
    private readonly ListDiff<Key> _unique;

    /// <summary>Compares the keys.</summary>
    public KeyDiff(TablePair pair)
    {
        _pair = pair;
        _primary = Compare(pair.Old.PrimaryKey is null ? [] : [pair.Old.PrimaryKey], pair.New.PrimaryKey is null ? [] : [pair.New.PrimaryKey]);
        _unique = Compare(pair.Old.UniqueConstraints, pair.New.UniqueConstraints);
    }

    /// <summary>The keys that go, as they were: foreign keys to them cannot stay as they are.</summary>
    public IEnumerable<Key> Dropped => [.. _primary.Dropped, .. _unique.Dropped];

    /// <summary>Drops keys under old names.</summary>
    public void Drop(OperationOrder operations)
    {
        var table = _pair.Old.Name;
        foreach (var key in _unique.Dropped)
            operations.Add(Stage.Drop, ConstraintOperations.DropUnique(table, key));
        foreach (var key in _primary.Dropped)
            operations.Add(Stage.Drop, ConstraintOperations.DropPrimaryKey(table, key));
    }

    /// <summary>Adds keys under new names.</summary>
    public void Add(OperationOrder operations)
    {
        foreach (var key in _primary.Added)
            operations.Add(Stage.Change, ConstraintOperations.AddPrimaryKey(_pair.New.Name, key));
        foreach (var key in _unique.Added)
            operations.Add(Stage.Change, ConstraintOperations.AddUnique(_pair.New.Name, key));
    }

    private ListDiff<Key> Compare(IEnumerable<Key> before, IEnumerable<Key> after)
        => ListDiff<Key>.Of(
            before,
            after,
            k => _pair.Map(k.Columns) is { } columns ? k with { Columns = columns } : null,
            (b, a) => ListDiff<Key>.SameName(b.Name, a.Name) && b.Columns.Equals(a.Columns) && b.Annotations.Equals(a.Annotations));
}
