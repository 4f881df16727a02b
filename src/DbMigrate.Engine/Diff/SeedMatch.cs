using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Diff;

/// <summary>
/// The rows that stay. A row is known by the key that its table gets, and where that has columns that come, or the row
/// other values in it, by the key that its table had: deleting it by the old key when its successor is there already would
/// take that one along.
/// </summary>
internal sealed class SeedMatch
{
    private readonly TablePair _pair;
    private readonly HashSet<SeedRow> _gone;
    private readonly Dictionary<SeedRow, SeedRow> _oldByNew = new(ReferenceEqualityComparer.Instance);

    /// <summary>Finds the rows.</summary>
    public SeedMatch(TablePair pair)
    {
        _pair = pair;
        _gone = new(pair.Old.Seeds, ReferenceEqualityComparer.Instance);
        Key = SeedChanges.KeyOf(pair.New);
        FormerKey = Surviving(SeedChanges.KeyOf(pair.Old));
        IsKeyOfBoth = Key.Count > 0 && Key.All(c => pair.OldNameOf(c) is not null);
        if (IsKeyOfBoth)
            Match(Key);
        if (Key.Count > 0 && FormerKey.Count > 0)
            Match(FormerKey);
    }

    /// <summary>The columns by which rows are known afterwards.</summary>
    public IReadOnlyList<string> Key { get; }

    /// <summary>The columns by which rows were known, under their new names; none where one of them goes.</summary>
    public IReadOnlyList<string> FormerKey { get; }

    /// <summary>Whether the columns of the key were there before.</summary>
    public bool IsKeyOfBoth { get; }

    /// <summary>The rows that go.</summary>
    public IEnumerable<SeedRow> Gone => _pair.Old.Seeds.Where(_gone.Contains);

    /// <summary>The row as it was, or null for one that comes.</summary>
    public SeedRow? OldOf(SeedRow row) => _oldByNew.GetValueOrDefault(row);

    private IReadOnlyList<string> Surviving(IReadOnlyList<string> key)
        => key.All(_pair.Columns.ContainsKey) ? [.. key.Select(c => _pair.Columns[c])] : [];

    private void Match(IReadOnlyList<string> key)
    {
        var before = new Dictionary<string, SeedRow>(StringComparer.Ordinal);
        foreach (var row in Gone)
            before.TryAdd(SeedKey.Of(key.Select(c => SeedCell.Of(row, _pair.Old.FindColumn(_pair.OldNameOf(c)!)!).Value)), row);
        foreach (var row in _pair.New.Seeds.Where(r => !_oldByNew.ContainsKey(r)))
        {
            if (!before.Remove(SeedKey.Of(key.Select(c => row.Values.GetValueOrDefault(c))), out var old))
                continue;
            _oldByNew.Add(row, old);
            _gone.Remove(old);
        }
    }
}
