using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Diff;

/// <summary>What changes in the seeded rows of a table that stays. Rows are known by their primary key.</summary>
internal sealed class SeedChanges
{
    private readonly List<SeedRow> _deleted = [];
    private readonly List<SeedRow> _kept = [];
    private readonly List<SeedRow> _inserted = [];
    private readonly List<SeedUpdate> _updated = [];

    /// <summary>Compares the rows.</summary>
    /// <param name="pair">The table.</param>
    /// <param name="filled">The columns that rows get a fill in.</param>
    public SeedChanges(TablePair pair, IReadOnlyDictionary<ColumnName, Fill> filled)
    {
        Pair = pair;
        if (KeyOf(pair.New) is not { Count: > 0 } key || key.Any(c => pair.OldNameOf(c) is null))
        {
            _deleted.AddRange(pair.Old.Seeds);
            _inserted.AddRange(pair.New.Seeds);
            return;
        }

        var before = new Dictionary<string, SeedRow>(StringComparer.Ordinal);
        foreach (var row in pair.Old.Seeds)
            before.TryAdd(SeedKey.Of(key.Select(c => row.Values.GetValueOrDefault(pair.OldNameOf(c)!))), row);
        var columns = pair.New.Columns.Where(c => c.ComputedSql is null && !key.Contains(c.Name)).ToList();
        foreach (var row in pair.New.Seeds)
        {
            if (!before.Remove(SeedKey.Of(key.Select(c => row.Values.GetValueOrDefault(c))), out var old))
            {
                _inserted.Add(row);
                continue;
            }

            _kept.Add(old);
            var changed = columns.Where(c => Changes(old, row, c, filled)).ToList();
            if (changed.Count > 0)
                _updated.Add(new([.. key.Select(c => row.Values[c])], changed, [.. changed.Select(c => SeedCell.Of(row, c).Value)]));
        }

        var gone = before.Values.ToHashSet(ReferenceEqualityComparer.Instance);
        _deleted.AddRange(pair.Old.Seeds.Where(gone.Contains));
    }

    /// <summary>The table.</summary>
    public TablePair Pair { get; }

    /// <summary>The rows that go, as they were.</summary>
    public IReadOnlyList<SeedRow> Deleted => _deleted;

    /// <summary>The rows that stay, as they were.</summary>
    public IReadOnlyList<SeedRow> Kept => _kept;

    /// <summary>The rows that come.</summary>
    public IReadOnlyList<SeedRow> Inserted => _inserted;

    /// <summary>The rows that change.</summary>
    public IReadOnlyList<SeedUpdate> Updated => _updated;

    /// <summary>The columns by which rows are known; without a primary key all that rows have values for.</summary>
    public static IReadOnlyList<string> KeyOf(Table table)
        => table.PrimaryKey is { } key ? key.Columns : [.. table.Columns.Select(c => c.Name).Where(c => table.Seeds.Any() && table.Seeds.All(r => r.Values.ContainsKey(c)))];

    private bool Changes(SeedRow old, SeedRow row, Column column, IReadOnlyDictionary<ColumnName, Fill> filled)
    {
        var after = SeedCell.Of(row, column);
        if (!after.IsKnown)
            return false;
        var before = Before(old, column, filled);
        return !before.IsKnown || !SeedKey.Same(before.Value, after.Value);
    }

    private SeedCell Before(SeedRow old, Column column, IReadOnlyDictionary<ColumnName, Fill> filled)
    {
        var oldName = Pair.OldNameOf(column.Name);
        filled.TryGetValue(new(Pair.New.Name, column.Name), out var fill);
        if (oldName is null)
            return fill is null ? SeedCell.DefaultOf(column) : new(fill.Sql is null, fill.Value);
        var oldColumn = Pair.Old.FindColumn(oldName)!;
        var cell = SeedCell.Of(old, oldColumn);
        return cell is { IsKnown: true, Value: null } && oldColumn.IsNullable && !column.IsNullable ? SeedCell.Unknown : cell;
    }
}

/// <summary>A row that changes.</summary>
/// <param name="Key">The values of the primary key.</param>
/// <param name="Columns">The columns that change.</param>
/// <param name="Values">Their new values.</param>
internal sealed record SeedUpdate(IReadOnlyList<object?> Key, IReadOnlyList<Column> Columns, IReadOnlyList<object?> Values);
