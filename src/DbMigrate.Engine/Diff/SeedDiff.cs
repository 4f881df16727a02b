using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Diff;

/// <summary>
/// Seeded rows of all tables. They are deleted before columns go, those that refer to others first, and changed and
/// inserted when columns have come, principals first. <see cref="SeedDeletes"/> and <see cref="SeedInserts"/> find those
/// that cannot have their table's turn.
/// </summary>
internal sealed class SeedDiff
{
    private readonly DiffRun _run;
    private readonly Dictionary<ObjectName, SeedChanges> _changes = [];
    private readonly Lazy<SeedDeletes> _deletes;
    private readonly Lazy<SeedInserts> _inserts;
    private readonly List<(Table Table, SeedUpdate Update)> _waiting = [];

    /// <summary>Creates the comparison.</summary>
    /// <param name="run">The comparison of the schemas.</param>
    /// <param name="foreignKeys">The foreign keys of tables that stay, by the names before.</param>
    /// <param name="inline">The foreign keys that a new table has from the first.</param>
    public SeedDiff(DiffRun run, Func<ObjectName, ForeignKeyDiff> foreignKeys, Func<Table, IEnumerable<ForeignKey>> inline)
    {
        _run = run;
        var match = run.Match;
        _deletes = new(() => new(
            [.. match.FromOrder.Sorted.Reverse().Where(_changes.ContainsKey).Select(n => _changes[n])],
            new([.. _changes.Values.Select(c => c.Pair.Old)], t => t.ForeignKeys.Except(foreignKeys(t.Name).Dropped))));
        _inserts = new(() => new(
            [.. match.ToOrder.Sorted.Select(n => match.To.Tables[n]).Select(t => (t, Inserted(t)))],
            new([.. match.To.Tables.Values.Where(t => t.Seeds.Count > 0)], t => match.ByNew(t.Name) is { } pair ? t.ForeignKeys.Except(foreignKeys(pair.Old.Name).Added) : inline(t))));
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

    /// <summary>Deletes rows of a table under its old name.</summary>
    public void Delete(TablePair pair)
    {
        if (!_changes.TryGetValue(pair.Old.Name, out var changes) || changes.Deleted.Count == 0)
            return;
        _run.Losses.Add($"deletes {changes.Deleted.Count} seeded row{(changes.Deleted.Count == 1 ? "" : "s")} of {pair.Old.Name}");
        var key = SeedChanges.KeyOf(pair.Old).Select(c => (Column: pair.Old.FindColumn(c)!, Name: c)).ToList();
        if (_deletes.Value.Early(changes) is { Count: > 0 } rows)
            _run.Operations.Add(Stage.Drop, SeedOperations.Delete(pair.Old.Name, key, rows));
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
            Insert(table, _inserts.Value.Early(table.Seeds));
            return;
        }

        if (!_changes.TryGetValue(pair.Old.Name, out var changes))
            return;
        var ownReferences = table.ForeignKeys.Where(k => k.PrincipalTable == table.Name).SelectMany(k => k.Columns).ToHashSet();
        bool IsLate(SeedUpdate update) => update.Columns.Any(c => ownReferences.Contains(c.Name));
        var updates = changes.Updated.ToLookup(u => _inserts.Value.Waits(table, u.Row));
        Update(table, changes.Prepared, Stage.PrepareSeeds);
        Update(table, updates[false].Where(u => !IsLate(u)));
        Insert(table, _inserts.Value.Early(changes.Inserted));
        Update(table, updates[false].Where(IsLate));
        _waiting.AddRange(updates[true].Select(u => (table, u)));
    }

    /// <summary>Inserts, changes and deletes the rows that have waited for all others.</summary>
    public void Finish()
    {
        foreach (var run in Runs(_inserts.Value.Late, r => r.Table))
            Insert(run[0].Table, run.ConvertAll(r => r.Row));
        foreach (var (table, update) in _waiting)
            Update(table, [update]);
        foreach (var run in Runs(_deletes.Value.Late, r => r.Changes))
            _run.Operations.Add(Stage.DeleteSeeds, SeedOperations.Delete(run[0].Changes.Pair.New.Name, run[0].Changes.LateKey, run.Select(r => r.Row)));
    }

    private IReadOnlyList<SeedRow> Inserted(Table table)
        => _run.Match.ByNew(table.Name) is not { } pair ? table.Seeds : _changes.TryGetValue(pair.Old.Name, out var changes) ? changes.Inserted : [];

    // What stands together goes into one operation.
    private static IEnumerable<List<T>> Runs<T, TKey>(IEnumerable<T> items, Func<T, TKey> key)
        where TKey : class
    {
        var run = new List<T>();
        foreach (var item in items)
        {
            if (run.Count > 0 && key(run[0]) != key(item))
            {
                yield return run;
                run = [];
            }

            run.Add(item);
        }

        if (run.Count > 0)
            yield return run;
    }

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
