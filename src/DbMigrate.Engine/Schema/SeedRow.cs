using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;

namespace DbMigrate.Engine.Schema;

/// <summary>
/// A seeded row: provider values by column name. Outside of the primary key a column that is left out has its
/// default, or NULL where it has none; replay leaves out what equals that.
/// </summary>
/// <param name="Values">The values.</param>
public sealed record SeedRow(ImmutableSortedDictionary<string, object?> Values)
{
    /// <inheritdoc />
    public bool Equals(SeedRow? other)
        => other is not null && Values.Count == other.Values.Count
            && Values.All(p => other.Values.TryGetValue(p.Key, out var value) && ValueEquals(p.Value, value));

    /// <inheritdoc />
    public override int GetHashCode() => Values.Keys.Aggregate(Values.Count, HashCode.Combine);

    /// <summary>Whether two provider values are the same: arrays by content, integers of any type by value.</summary>
    /// <param name="left">A value.</param>
    /// <param name="right">Another.</param>
    public static bool ValueEquals(object? left, object? right)
        => left is Array a && right is Array b
            ? a.Length == b.Length && a.Cast<object?>().SequenceEqual(b.Cast<object?>())
            : Equals(left, right) || (IsInteger(left) && IsInteger(right) && Convert.ToDecimal(left, CultureInfo.InvariantCulture) == Convert.ToDecimal(right, CultureInfo.InvariantCulture));

    // On SQLite int and long are one store type, so that no operation tells that a model went from one to the other.
    private static bool IsInteger(object? value) => value is not null && Type.GetTypeCode(value.GetType()) is >= TypeCode.SByte and <= TypeCode.UInt64;
}
