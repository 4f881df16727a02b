using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;

namespace DbMigrate.Engine.Schema;

/// <summary>An immutable list that is equal to another one with equal items in the same order, so that records holding it compare by content.</summary>
/// <typeparam name="T">The items' type.</typeparam>
[CollectionBuilder(typeof(EquatableList), nameof(EquatableList.Create))]
public sealed class EquatableList<T> : IReadOnlyList<T>, IEquatable<EquatableList<T>>
{
    private readonly T[] _items;

    internal EquatableList(T[] items) => _items = items;

    /// <summary>The list without items.</summary>
    public static EquatableList<T> Empty { get; } = new([]);

    /// <inheritdoc />
    public int Count => _items.Length;

    /// <inheritdoc />
    public T this[int index] => _items[index];

    /// <summary>This list with an item at its end.</summary>
    /// <param name="item">The item.</param>
    public EquatableList<T> Add(T item) => new([.. _items, item]);

    /// <summary>This list without the items that match.</summary>
    /// <param name="match">Which items to leave out.</param>
    public EquatableList<T> RemoveAll(Predicate<T> match) => new([.. _items.Where(i => !match(i))]);

    /// <summary>This list with each matching item replaced.</summary>
    /// <param name="match">Which items to replace.</param>
    /// <param name="with">The replacement for an item.</param>
    public EquatableList<T> Replace(Predicate<T> match, Func<T, T> with) => new([.. _items.Select(i => match(i) ? with(i) : i)]);

    /// <inheritdoc />
    public bool Equals(EquatableList<T>? other) => other is not null && _items.SequenceEqual(other._items);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as EquatableList<T>);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in _items)
            hash.Add(item);
        return hash.ToHashCode();
    }

    /// <inheritdoc />
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();

    /// <inheritdoc />
    public override string ToString() => "[" + string.Join(", ", _items) + "]";
}

/// <summary>Creates <see cref="EquatableList{T}"/>; makes collection expressions work for it.</summary>
public static class EquatableList
{
    /// <summary>Copies items into a list.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="items">The items.</param>
    public static EquatableList<T> Create<T>(ReadOnlySpan<T> items) => items.IsEmpty ? EquatableList<T>.Empty : new(items.ToArray());

    /// <summary>Copies items into a list.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="items">The items.</param>
    public static EquatableList<T> ToEquatableList<T>(this IEnumerable<T> items) => new([.. items]);
}
