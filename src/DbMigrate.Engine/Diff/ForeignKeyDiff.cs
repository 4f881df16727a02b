using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Diff;

/// <summary>The foreign keys of a table that stays. None can be renamed or altered.</summary>
internal sealed class ForeignKeyDiff
{
    private readonly TablePair _pair;
    private readonly SchemaMatch _match;
    private readonly ListDiff<ForeignKey> _keys;

    /// <summary>Compares the foreign keys.</summary>
    /// <param name="pair">The table.</param>
    /// <param name="match">All tables.</param>
    /// <param name="keys">The changes of the keys of all tables, by the names before.</param>
    /// <param name="trades">The seeded rows whose values move, or that cannot wait.</param>
    public ForeignKeyDiff(TablePair pair, SchemaMatch match, IReadOnlyDictionary<ObjectName, KeyDiff> keys, SeedTrades trades)
    {
        _pair = pair;
        _match = match;
        _keys = ListDiff<ForeignKey>.Of(
            pair.Old.ForeignKeys,
            pair.New.ForeignKeys,
            k => MustGo(k, keys) || trades.Cuts(k, pair.Old) ? null : Follow(pair, match, k),
            (b, a) => ListDiff<ForeignKey>.SameName(b.Name, a.Name) && (b with { Name = a.Name }).Equals(a));
    }

    /// <summary>The foreign keys that go, or are dropped and made again.</summary>
    public IReadOnlyCollection<ForeignKey> Dropped => _keys.Dropped;

    /// <summary>The foreign keys that come, or are made again: rows that change meanwhile are checked at the end.</summary>
    public IReadOnlyCollection<ForeignKey> Added => _keys.Added;

    /// <summary>Drops foreign keys under old names, early where their principal is dealt with before their table.</summary>
    public void Drop(OperationOrder operations)
    {
        foreach (var key in _keys.Dropped)
            operations.Add(_match.FromOrder.PointsForward(_pair.Old.Name, key) ? Stage.CutForeignKeys : Stage.Drop, ConstraintOperations.DropForeignKey(_pair.Old.Name, key));
    }

    /// <summary>Adds foreign keys under new names.</summary>
    public void Add(OperationOrder operations)
    {
        foreach (var key in _keys.Added)
            operations.Add(Stage.Constrain, ConstraintOperations.AddForeignKey(_pair.New.Name, key));
    }

    /// <summary>Cuts the foreign keys of a table that goes where the table that they point to goes, or changes, before it.</summary>
    public static void Cut(Table table, SchemaMatch match, FillSources sources, OperationOrder operations)
    {
        var isLate = sources.Tables.Contains(table.Name);
        foreach (var key in table.ForeignKeys.Where(k => match.FromOrder.PointsForward(table.Name, k) || (isLate && !sources.Tables.Contains(k.PrincipalTable))))
            operations.Add(Stage.CutForeignKeys, ConstraintOperations.DropForeignKey(table.Name, key));
    }

    /// <summary>A foreign key as the renames leave it, or null where a table or column of it goes.</summary>
    public static ForeignKey? Follow(TablePair pair, SchemaMatch match, ForeignKey key)
    {
        var isManaged = match.From.Tables.ContainsKey(key.PrincipalTable);
        var principal = match.ByOld(key.PrincipalTable);
        if (pair.Map(key.Columns) is not { } columns || (isManaged && principal is null))
            return null;
        return (principal is null ? key.PrincipalColumns : principal.Map(key.PrincipalColumns)) is { } principalColumns
            ? key with { Columns = columns, PrincipalTable = principal?.New.Name ?? key.PrincipalTable, PrincipalColumns = principalColumns }
            : null;
    }

    // A key cannot be dropped, nor a type changed, under a foreign key that uses it. And what fills a reference that becomes
    // required need not be there, when the seeded rows get their own afterwards.
    private bool MustGo(ForeignKey key, IReadOnlyDictionary<ObjectName, KeyDiff> keys)
        => Logging.Cuts(_pair, key, _match)
            || key.Columns.Any(_pair.ChangesType)
            || (_pair.Old.Seeds.Count > 0 && key.Columns.Any(BecomesRequired))
            || (_match.ByOld(key.PrincipalTable) is { } principal
                && (key.PrincipalColumns.Any(principal.ChangesType)
                    || keys[key.PrincipalTable].Dropped.Any(k => k.Columns.ToHashSet().SetEquals(key.PrincipalColumns))));

    private bool BecomesRequired(string column)
        => _pair.Old.FindColumn(column)!.IsNullable && _pair.Columns.TryGetValue(column, out var name) && !_pair.New.FindColumn(name)!.IsNullable;
}
