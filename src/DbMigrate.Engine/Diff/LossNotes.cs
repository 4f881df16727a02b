using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Diff;

/// <summary>Says what values are lost.</summary>
internal sealed class LossNotes(ProviderTraits traits)
{
    // Each type holds all values of those before it.
    private static readonly Type[][] Widening =
    [
        [typeof(sbyte), typeof(short), typeof(int), typeof(long), typeof(decimal)],
        [typeof(byte), typeof(short), typeof(int), typeof(long), typeof(decimal)],
        [typeof(byte), typeof(ushort), typeof(uint), typeof(ulong), typeof(decimal)],
        [typeof(float), typeof(double)],
    ];

    /// <summary>The losses of a column that stays.</summary>
    public IEnumerable<string> OfAlter(ObjectName table, Column old, Column column)
    {
        if (old.ComputedSql is null && column.ComputedSql is not null)
            yield return $"replaces the values of {table}.{column.Name} by its expression";
        else if (old.StoreType != column.StoreType && !IsWider(old, column))
            yield return $"changes the type of {table}.{column.Name} from {old.StoreType} to {column.StoreType}";
        if (old.IsNullable && !column.IsNullable && column.ComputedSql is null)
            yield return $"replaces NULL in {table}.{column.Name}";
    }

    private bool IsWider(Column old, Column column)
    {
        if (old.Hints.ClrType is not { } before || column.Hints.ClrType is not { } after)
            return false;
        return before == after
            ? IsSameKind(old.StoreType, column) && IsLarger(old.Hints, column.Hints)
            : Widening.Any(w => Array.IndexOf(w, before) is >= 0 and var at && Array.IndexOf(w, after) > at);
    }

    // One CLR type has several store types: a time may become a date, and a text one that is padded. Only the provider's
    // own text without any limit holds every other.
    private bool IsSameKind(string old, Column column)
        => Kind(old) == Kind(column.StoreType)
            || (column.Hints.ClrType == typeof(string) && column.StoreType == traits.StoreType(new AddColumnOperation { ClrType = typeof(string) }));

    private static bool IsLarger(ColumnHints old, ColumnHints column)
        => Holds(old.MaxLength, column.MaxLength) && Holds(old.Scale, column.Scale)
            && Holds(old.Precision - (old.Scale ?? 0), column.Precision - (column.Scale ?? 0));

    // The type without its length, precision and scale.
    private static string Kind(string storeType)
        => storeType.IndexOf('(') is >= 0 and var start && storeType.IndexOf(')') is var end && end > start
            ? storeType[..start].TrimEnd() + storeType[(end + 1)..]
            : storeType;

    private static bool Holds(int? old, int? now) => now is null || old <= now;
}
