using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;
using Values = System.Collections.Immutable.ImmutableSortedDictionary<string, object?>;

namespace DbMigrate.Engine.Replay;

/// <summary>The seeded rows of one table while they change, found by key without looking at each.</summary>
internal sealed class SeedRows(IEnumerable<SeedRow> rows)
{
    private readonly List<SeedRow?> _rows = [.. rows];
    private readonly Dictionary<RowKey, List<int>> _index = [];
    private string[] _indexed = [];

    public bool IsEmpty => _rows.Count == 0;

    /// <summary>The numbers of the rows that have these values in these columns.</summary>
    public IReadOnlyList<int> Find(string[] columns, object?[] values)
    {
        if (!_indexed.SequenceEqual(columns))
            BuildIndex(columns);
        return _index.TryGetValue(new RowKey(values), out var found) ? [.. found] : [];
    }

    public void Add(SeedRow row)
    {
        _rows.Add(row);
        Index(_rows.Count - 1);
    }

    public void Remove(int number)
    {
        Unindex(number);
        _rows[number] = null;
    }

    public void Update(int number, Func<Values, Values> change)
    {
        Unindex(number);
        _rows[number] = new SeedRow(change(_rows[number]!.Values));
        Index(number);
    }

    /// <summary>Changes the values of each row.</summary>
    public void ChangeAll(Func<Values, Values> change)
    {
        for (var i = 0; i < _rows.Count; i++)
            _rows[i] = _rows[i] is { } row ? new SeedRow(change(row.Values)) : null;
        BuildIndex([]);
    }

    public EquatableList<SeedRow> ToList() => _rows.OfType<SeedRow>().ToEquatableList();

    private void BuildIndex(string[] columns)
    {
        _index.Clear();
        _indexed = columns;
        for (var i = 0; i < _rows.Count; i++)
            Index(i);
    }

    private void Index(int number)
    {
        if (KeyOf(number) is not { } key)
            return;
        if (!_index.TryGetValue(key, out var numbers))
            _index.Add(key, numbers = []);
        numbers.Add(number);
    }

    private void Unindex(int number)
    {
        if (KeyOf(number) is { } key)
            _index[key].Remove(number);
    }

    private RowKey? KeyOf(int number)
    {
        if (_indexed.Length == 0 || _rows[number] is not { } row)
            return null;
        var values = new object?[_indexed.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (!row.Values.TryGetValue(_indexed[i], out values[i]))
                return null;
        }

        return new RowKey(values);
    }

    private readonly struct RowKey(object?[] values) : IEquatable<RowKey>
    {
        private readonly object?[] _values = values;

        public bool Equals(RowKey other) => _values.AsSpan().SequenceEqual(other._values, ValueComparer.Instance);

        public override bool Equals(object? obj) => obj is RowKey other && Equals(other);

        // Arrays are equal by content, so that their own hash does not serve.
        public override int GetHashCode() => _values.Aggregate(0, (hash, v) => HashCode.Combine(hash, v is Array a ? a.Length : v?.GetHashCode() ?? 0));
    }

    private sealed class ValueComparer : IEqualityComparer<object?>
    {
        public static readonly ValueComparer Instance = new();

        public new bool Equals(object? left, object? right) => SeedRow.ValueEquals(left, right);

        public int GetHashCode(object? value) => value?.GetHashCode() ?? 0;
    }
}
