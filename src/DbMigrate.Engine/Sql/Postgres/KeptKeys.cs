using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Replay;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Sql.Postgres;

/// <summary>A schema in which some keys stay that operations drop, until others add them again.</summary>
/// <param name="state">The schema before.</param>
/// <param name="traits">The provider's traits.</param>
/// <param name="drops">The places of the operations that are left out.</param>
internal sealed class KeptKeys(SchemaState state, ProviderTraits traits, IReadOnlySet<int> drops)
{
    private readonly Replayer _replayer = new(traits);
    private readonly List<DroppedKey> _open = [];
    private readonly HashSet<int> _givenUp = [];
    private readonly Dictionary<int, DroppedKey> _renamed = [];
    private SchemaState _state = state;

    /// <summary>The keys that nothing has added again so far.</summary>
    public IReadOnlyList<DroppedKey> Open => _open;

    /// <summary>The places of drops that cannot be left out.</summary>
    public IReadOnlySet<int> GivenUp => _givenUp;

    /// <summary>What was left out, by the place of the operation that adds it.</summary>
    public IReadOnlyDictionary<int, DroppedKey> Renamed => _renamed;

    /// <summary>The name of the key that an operation adds; null where it adds none.</summary>
    public static string? NameOf(MigrationOperation operation)
        => (operation as AddPrimaryKeyOperation)?.Name ?? (operation as AddUniqueConstraintOperation)?.Name ?? (operation as AddForeignKeyOperation)?.Name;

    /// <summary>Takes the next operation.</summary>
    public void Take(MigrationOperation operation, int index)
    {
        if (drops.Contains(index))
        {
            var drop = DroppedKey.Of(operation, index, TableOf(operation));
            if (_state.Tables.GetValueOrDefault(drop.Table) is not { } owner || drop.In(owner, drop.Name, drop.Name) is null)
                _givenUp.Add(index);
            else
                _open.Add(drop);
            return;
        }

        GiveUpWhatIsInTheWayOf(operation);
        if (NameOf(operation) is { } name && Match(operation, name) is { } key)
        {
            _open.Remove(key);
            _renamed.Add(index, key);
            return;
        }

        // A table has one primary key.
        if (operation is AddPrimaryKeyOperation)
            GiveUp(k => k.Kind == typeof(AddPrimaryKeyOperation) && k.Table == TableOf(operation));
        _state = _replayer.Apply(_state, [operation]);
        if (operation is RenameTableOperation rename)
        {
            var (old, now) = (traits.NameOf(rename.Schema, rename.Name), traits.NameOf(rename.NewSchema ?? rename.Schema, rename.NewName ?? rename.Name));
            for (var i = 0; i < _open.Count; i++)
                _open[i] = _open[i].Table == old ? _open[i] with { Table = now } : _open[i];
        }
    }

    // The state after the operation has the key under its new name; it is the same key if nothing but the name differs.
    private DroppedKey? Match(MigrationOperation add, string name)
    {
        var table = TableOf(add);
        foreach (var key in _open.Where(k => k.Kind == add.GetType() && k.Table == table))
        {
            if (_state.Tables.GetValueOrDefault(table) is not { } before)
                return null;
            var after = _replayer.Apply(_state with { Tables = _state.Tables.SetItem(table, key.Without(before)) }, [add]);
            if (key.In(before, key.Name, name) is { } kept && kept.Equals(key.In(after.Tables[table], name, name)))
            {
                _state = after;
                return key;
            }
        }

        return null;
    }

    private void GiveUpWhatIsInTheWayOf(MigrationOperation operation)
    {
        switch (operation)
        {
            // Rows may have to be what the key forbids.
            case SqlOperation or InsertDataOperation or UpdateDataOperation or DeleteDataOperation:
                GiveUp(_ => true);
                break;
            case AlterColumnOperation alter:
                GiveUp(k => _state.Tables.GetValueOrDefault(k.Table) is not { } owner || k.Uses(owner, TableOf(alter), alter.Name));
                break;
            case AlterTableOperation alter when Logging.Changes(alter):
                var table = traits.NameOf(alter.Schema, alter.Name);
                GiveUp(k => k.Table == table || (_state.Tables.GetValueOrDefault(k.Table) is { } owner && k.In(owner, k.Name, k.Name) is ForeignKey key && key.PrincipalTable == table));
                break;
            case DropPrimaryKeyOperation or DropUniqueConstraintOperation or DropIndexOperation:
                var target = TableOf(operation);
                GiveUp(k => _state.Tables.GetValueOrDefault(k.Table) is not { } owner
                    || (k.In(owner, k.Name, k.Name) is ForeignKey key && key.PrincipalTable == target && key.PrincipalColumns.ToHashSet().SetEquals(Columns(operation, target))));
                break;
        }

        var names = NamesOf(operation).ToHashSet();
        GiveUp(k => names.Contains(k.Name));
    }

    // What makes the columns of a table unique.
    private IEnumerable<string> Columns(MigrationOperation drop, ObjectName name)
    {
        if (_state.Tables.GetValueOrDefault(name) is not { } table)
            return [];
        return drop is DropIndexOperation index
            ? table.Indexes.FirstOrDefault(i => i.Name == index.Name)?.Columns ?? []
            : DroppedKey.Of(drop, 0, name) is var key && key.In(table, key.Name, key.Name) is Key { Columns: var columns } ? columns : [];
    }

    private void GiveUp(System.Func<DroppedKey, bool> match)
    {
        foreach (var key in _open.Where(match).ToList())
        {
            _open.Remove(key);
            _givenUp.Add(key.Index);
            if (_state.Tables.GetValueOrDefault(key.Table) is { } owner)
                _state = _state with { Tables = _state.Tables.SetItem(key.Table, key.Without(owner)) };
        }
    }

    // Names that are taken from now on.
    private static IEnumerable<string?> NamesOf(MigrationOperation operation) => operation switch
    {
        CreateTableOperation create => [create.Name, create.PrimaryKey?.Name, .. create.UniqueConstraints.Select(k => k.Name)],
        RenameTableOperation rename => [rename.NewName],
        CreateIndexOperation index => [index.Name],
        RenameIndexOperation index => [index.NewName],
        CreateSequenceOperation sequence => [sequence.Name],
        RenameSequenceOperation sequence => [sequence.NewName],
        _ => [NameOf(operation)],
    };

    private ObjectName TableOf(MigrationOperation operation)
        => operation is DropIndexOperation index ? traits.NameOf(index.Schema, index.Table ?? "") : operation is ITableMigrationOperation of ? traits.NameOf(of.Schema, of.Table) : traits.NameOf(null, "");
}
