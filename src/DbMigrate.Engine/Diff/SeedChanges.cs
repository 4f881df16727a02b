using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Diff;

/// <summary>What changes in the seeded rows of a table that stays. Which row is which, <see cref="SeedMatch"/> finds.</summary>
internal sealed class SeedChanges
{
    private readonly List<SeedRow> _kept = [];
    private readonly List<SeedRow> _inserted = [];
    private readonly List<SeedUpdate> _prepared = [];
    private readonly List<SeedUpdate> _rekeyed = [];
    private readonly List<SeedUpdate> _updated = [];

    /// <summary>Compares the rows.</summary>
    /// <param name="pair">The table.</param>
    /// <param name="filled">The columns that rows get a fill in.</param>
    public SeedChanges(TablePair pair, IReadOnlyDictionary<ColumnName, Fill> filled)
    {
        Pair = pair;
        var columns = pair.New.Columns.Where(c => c.ComputedSql is null).ToLookup(c => Match.Key.Contains(c.Name));
        foreach (var row in pair.New.Seeds)
        {
            if (Match.OldOf(row) is not { } old)
            {
                _inserted.Add(row);
                continue;
            }

            _kept.Add(old);
            var texts = Match.FormerKey.Count > 0 ? SeedTexts.Of(pair, old, row).ToList() : [];
            var isSet = texts.Where(t => t.IsFinal).Select(t => t.Column.Name).ToHashSet();
            if (texts.Count > 0)
                _prepared.Add(new(row, Match.FormerKey, [.. Match.FormerKey.Select(c => row.Values[c])], [.. texts.Select(t => t.Column)], [.. texts.Select(t => t.Text)]));
            AddUpdate(_rekeyed, Match.FormerKey, row, columns[true].Where(c => !isSet.Contains(c.Name) && Changes(old, row, c, filled)));
            AddUpdate(_updated, Match.Key, row, columns[false].Where(c => !isSet.Contains(c.Name) && Changes(old, row, c, filled)));
        }
    }

    /// <summary>The table.</summary>
    public TablePair Pair { get; }

    /// <summary>Which rows stay.</summary>
    public SeedMatch Match => Pair.Rows;

    /// <summary>The rows that go, as they were.</summary>
    public IReadOnlyList<SeedRow> Deleted => [.. Match.Gone];

    /// <summary>The rows that stay, as they were.</summary>
    public IReadOnlyList<SeedRow> Kept => _kept;

    /// <summary>The rows that come.</summary>
    public IReadOnlyList<SeedRow> Inserted => _inserted;

    /// <summary>The rows whose texts change before their columns do; known by the former key.</summary>
    public IReadOnlyList<SeedUpdate> Prepared => _prepared;

    /// <summary>The rows that get other values in a new key; they are still known by the former one.</summary>
    public IReadOnlyList<SeedUpdate> Rekeyed => _rekeyed;

    /// <summary>The rows that change, known by the new key.</summary>
    public IReadOnlyList<SeedUpdate> Updated => _updated;

    /// <summary>
    /// The columns by which rows are deleted at the end, as they were and as they are called then: by the former key a row
    /// could by then be another one. None where rows are not known then.
    /// </summary>
    public IReadOnlyList<(Column Column, string Name)> LateKey
        => [.. (Match.IsKeyOfBoth ? Match.Key : Match.FormerKey).Select(c => (Pair.Old.FindColumn(Pair.OldNameOf(c)!)!, c))];

    /// <summary>Whether rows that stay get other values in one of these columns.</summary>
    public bool Sets(IReadOnlyCollection<string> columns) => _rekeyed.Concat(_updated).Any(u => u.Columns.Any(c => columns.Contains(c.Name)));

    /// <summary>The columns by which rows are known; without a primary key all that rows have values for.</summary>
    public static IReadOnlyList<string> KeyOf(Table table)
        => table.PrimaryKey is { } key ? key.Columns : [.. table.Columns.Select(c => c.Name).Where(c => table.Seeds.Any() && table.Seeds.All(r => r.Values.ContainsKey(c)))];

    private static void AddUpdate(List<SeedUpdate> updates, IReadOnlyList<string> key, SeedRow row, IEnumerable<Column> changed)
    {
        Column[] columns = [.. changed];
        if (columns.Length > 0)
            updates.Add(new(row, key, [.. key.Select(c => row.Values[c])], columns, [.. columns.Select(c => SeedCell.Of(row, c).Value)]));
    }

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
/// <param name="Row">The row as it will be.</param>
/// <param name="KeyColumns">The columns of the key by which the row is found.</param>
/// <param name="Key">The values of the key.</param>
/// <param name="Columns">The columns that change.</param>
/// <param name="Values">Their new values.</param>
internal sealed record SeedUpdate(SeedRow Row, IReadOnlyList<string> KeyColumns, IReadOnlyList<object?> Key, IReadOnlyList<Column> Columns, IReadOnlyList<object?> Values);
