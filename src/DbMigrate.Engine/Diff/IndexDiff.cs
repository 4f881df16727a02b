using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Replay;
using DbMigrate.Engine.Sql.Text;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Index = DbMigrate.Engine.Schema.Index;

namespace DbMigrate.Engine.Diff;

/// <summary>The indexes of a table that stays: dropped, renamed, created.</summary>
internal sealed class IndexDiff
{
    private readonly TablePair _pair;
    private readonly SeedTrades _trades;
    private readonly IReadOnlyList<Index> _dropped;
    private readonly List<Index> _created;
    private readonly List<(Index Old, Index New)> _renamed = [];

    /// <summary>Compares the indexes.</summary>
    /// <param name="pair">The table.</param>
    /// <param name="names">The names of all indexes before: nothing is renamed to one of them, it may not be free yet.</param>
    /// <param name="trades">The seeded rows that hand values on to each other.</param>
    public IndexDiff(TablePair pair, IReadOnlySet<string> names, SeedTrades trades)
    {
        (_pair, _trades) = (pair, trades);
        var exact = ListDiff<Index>.Of(pair.Old.Indexes, pair.New.Indexes, Follow, (b, a) => b.Equals(a));
        _created = [.. exact.Added];
        _dropped = [.. exact.Dropped.Where(i => !TryRename(i, names))];
    }

    /// <summary>Drops indexes under the table's old name.</summary>
    public void Drop(OperationOrder operations)
    {
        foreach (var index in _dropped)
            operations.Add(Stage.Drop, new DropIndexOperation { Schema = _pair.Old.Name.Schema, Table = _pair.Old.Name.Name, Name = index.Name });
    }

    /// <summary>Renames indexes under the table's new name.</summary>
    public void Rename(OperationOrder operations)
    {
        foreach (var (old, index) in _renamed)
            operations.Add(Stage.Rename, new RenameIndexOperation { Schema = _pair.New.Name.Schema, Table = _pair.New.Name.Name, Name = old.Name, NewName = index.Name });
    }

    /// <summary>Creates indexes.</summary>
    public void Create(OperationOrder operations)
    {
        foreach (var index in _created)
            operations.Add(Stage.Constrain, ConstraintOperations.CreateIndex(_pair.New.Name, index));
    }

    private bool TryRename(Index old, IReadOnlySet<string> names)
    {
        if (old.RawSql is not null || Follow(old) is not { } followed)
            return false;
        var at = _created.FindIndex(i => (followed with { Name = i.Name }).Equals(i) && !names.Contains(i.Name));
        if (at < 0)
            return false;
        _renamed.Add((old, _created[at]));
        _created.RemoveAt(at);
        return true;
    }

    private Index? Follow(Index index)
    {
        if (_pair.Map(index.Columns) is not { } columns || (index.IsUnique && _trades.Any(_pair, columns)))
            return null;
        if (_pair.IsSettled)
            return index;
        if (SqlMentions.Any(index.Filter, _pair.DroppedNames) || SqlMentions.Any(index.RawSql, _pair.DroppedNames) || Includes(index))
            return null;
        return index with { Columns = columns, Filter = _pair.Follow(index.Filter), RawSql = FollowTable(_pair.Follow(index.RawSql)), Annotations = _pair.Renames.Aggregate(index.Annotations, (set, r) => ColumnFacets.Follow(set, r.From, r.To)) };
    }

    private bool Includes(Index index) => index.Annotations["Npgsql:IndexInclude"] is string[] names && names.Any(_pair.DroppedNames.Contains);

    private string? FollowTable(string? sql)
        => sql is null || _pair.Old.Name == _pair.New.Name ? sql : TableReferences.Rename(sql, _pair.Old.Name, _pair.New.Name, null);
}
