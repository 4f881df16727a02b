using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace DbMigrate.Engine.Schema;

/// <summary>
/// Provider facets (<c>Sqlite:Autoincrement</c>, <c>Npgsql:IndexMethod</c>, …) and our own (<c>DbMigrate:Strict</c>) by name.
/// Values are plain: strings, numbers, booleans and arrays of them; provider enums are their names.
/// </summary>
public sealed class AnnotationSet : IEquatable<AnnotationSet>
{
    private readonly ImmutableSortedDictionary<string, object?> _values;

    private AnnotationSet(ImmutableSortedDictionary<string, object?> values) => _values = values;

    /// <summary>No annotations.</summary>
    public static AnnotationSet Empty { get; } = new(ImmutableSortedDictionary.Create<string, object?>(StringComparer.Ordinal));

    /// <summary>Name and value pairs, ordered by name.</summary>
    public IEnumerable<KeyValuePair<string, object?>> Items => _values;

    /// <summary>How many there are.</summary>
    public int Count => _values.Count;

    /// <summary>The value of an annotation, or null.</summary>
    /// <param name="name">The name.</param>
    public object? this[string name] => _values.TryGetValue(name, out var value) ? value : null;

    /// <summary>This set with an annotation set; a null value removes it.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The plain value.</param>
    public AnnotationSet With(string name, object? value)
        => new(value is null ? _values.Remove(name) : _values.SetItem(name, value));

    /// <summary>This set with those of another that it does not have.</summary>
    /// <param name="other">The other set.</param>
    public AnnotationSet WithMissing(AnnotationSet other) => new(other._values.SetItems(_values));

    /// <inheritdoc />
    public bool Equals(AnnotationSet? other)
        => other is not null && _values.Count == other._values.Count
            && (_values.IsEmpty || _values.All(p => other._values.TryGetValue(p.Key, out var value) && ValuesEqual(p.Value, value)));

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as AnnotationSet);

    /// <inheritdoc />
    public override int GetHashCode() => _values.Keys.Aggregate(_values.Count, HashCode.Combine);

    /// <inheritdoc />
    public override string ToString() => string.Join(", ", _values.Select(p => p.Key + "=" + p.Value));

    private static bool ValuesEqual(object? left, object? right)
        => left is Array a && right is Array b
            ? a.Length == b.Length && a.Cast<object?>().SequenceEqual(b.Cast<object?>())
            : Equals(left, right);
}
