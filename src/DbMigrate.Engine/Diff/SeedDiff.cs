using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Diff;

/// <summary>
/// Seeded rows of all tables. They are deleted before columns go, those that refer to others first, and changed and
/// inserted when columns have come, principals first. A row that a foreign key referred to all the time is deleted at the end.
/// </summary>
internal sealed class SeedDiff
{
    private readonly DiffRun _run;
    private readonly Dictionary<ObjectName, SeedChanges> _changes = [];
    private readonly Lazy<ILookup<ObjectName, (SeedChanges Dependent, ForeignKey Key)>> _references;

    /// <summary>Creates the comparison.</summary>
    /// <param name="run">The comparison of the schemas.</param>
    /// <param name="foreignKeys">The foreign keys of tables that stay, by the names before.</param>
    public SeedDiff(DiffRun run, Func<ObjectName, ForeignKeyDiff> foreignKeys)
    {
        _run = run;
        _references = new(() => (from change in _changes.Values from key in change.Pair.Old.ForeignKeys.Except(foreignKeys(change.Pair.Old.Name).Dropped) select (Dependent: change, Key: key))
            .ToLookup(r => r.Key.PrincipalTable));
    }

    /// <summary>What changes in the rows of a table that stays, whose fills are known; null where it has none. All tables come before rows are deleted.</summary>
    public SeedChanges? Compare(TablePair pair)
    {
        if (pair.Old.Seeds.Count + pair.New.Seeds.Count == 0)
            return null;
        var changes = new SeedChanges(pair, _run.Filled);
        _changes.Add(pair.Old.Name, changes);
        return changes;
    }

    /// <summary>Deletes rows of a table under its old name; others follow in <see cref="Change"/>.</summary>
    public void Delete(TablePair pair)
    {
        if (!_changes.TryGetValue(pair.Old.Name, out var changes) || changes.Deleted.Count == 0)
            return;
        _run.Losses.Add($"deletes {changes.Deleted.Count} seeded row{(changes.Deleted.Count == 1 ? "" : "s")} of {pair.Old.Name}");
        var key = SeedChanges.KeyOf(pair.Old).Select(c => (Column: pair.Old.FindColumn(c)!, Name: c)).ToList();
        var late = LateDeletes(changes);
        var early = changes.Deleted.Where(r => !late.Contains(r)).Reverse().ToList();
        if (early.Count > 0)
            _run.Operations.Add(Stage.Drop, SeedOperations.Delete(pair.Old.Name, key, early));
        if (late.Count > 0)
            _run.Operations.Add(Stage.DeleteSeeds, SeedOperations.Delete(pair.New.Name, changes.LateKey, changes.Deleted.Where(late.Contains).Reverse()));
    }

    /// <summary>Gives rows of a table what its new key has, while they are known by the former one.</summary>
    public void Rekey(TablePair pair)
    {
        if (_changes.TryGetValue(pair.Old.Name, out var changes))
            Update(pair.New, changes.Rekeyed);
    }

    /// <summary>Changes and inserts rows of a table under its new name.</summary>
    public void Change(Table table)
    {
        if (_run.Match.ByNew(table.Name) is not { } pair)
        {
            Insert(table, table.Seeds);
            return;
        }

        if (!_changes.TryGetValue(pair.Old.Name, out var changes))
            return;
        var ownReferences = table.ForeignKeys.Where(k => k.PrincipalTable == table.Name).SelectMany(k => k.Columns).ToHashSet();
        bool IsLate(SeedUpdate update) => update.Columns.Any(c => ownReferences.Contains(c.Name));
        Update(table, changes.Prepared, Stage.PrepareSeeds);
        Update(table, changes.Updated.Where(u => !IsLate(u)));
        Insert(table, changes.Inserted);
        Update(table, changes.Updated.Where(IsLate));
    }

    // Deleting them at once would forbid it, or take the rows along that refer to them.
    private HashSet<object> LateDeletes(SeedChanges changes)
    {
        var late = new HashSet<object>(ReferenceEqualityComparer.Instance);
        if (changes.LateKey.Count == 0)
            return late;
        foreach (var (dependent, key) in _references.Value[changes.Pair.Old.Name])
        {
            var referring = dependent.Kept.Select(r => SeedKey.Of(Cells(r, dependent.Pair.Old, key.Columns))).ToHashSet(StringComparer.Ordinal);
            late.UnionWith(changes.Deleted.Where(r => referring.Contains(SeedKey.Of(Cells(r, changes.Pair.Old, key.PrincipalColumns)))));
        }

        return late;
    }

    private static IEnumerable<object?> Cells(SeedRow row, Table table, IEnumerable<string> columns)
        => columns.Select(c => table.FindColumn(c) is { } column ? SeedCell.Of(row, column).Value : null);

    private void Update(Table table, IEnumerable<SeedUpdate> updates, Stage stage = Stage.Seed)
    {
        foreach (var update in updates)
            _run.Operations.Add(stage, SeedOperations.Update(table, update));
    }

    private void Insert(Table table, IReadOnlyList<SeedRow> rows)
    {
        foreach (var insert in SeedOperations.Insert(table, rows))
            _run.Operations.Add(Stage.Seed, insert);
    }
}
