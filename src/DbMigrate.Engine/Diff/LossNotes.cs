using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Diff;

/// <summary>Says what values are lost.</summary>
internal static class LossNotes
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
    public static IEnumerable<string> OfAlter(ObjectName table, Column old, Column column)
    {
        if (old.ComputedSql is null && column.ComputedSql is not null)
            yield return $"replaces the values of {table}.{column.Name} by its expression";
        else if (old.StoreType != column.StoreType && !IsWider(old.Hints, column.Hints))
            yield return $"changes the type of {table}.{column.Name} from {old.StoreType} to {column.StoreType}";
        if (old.IsNullable && !column.IsNullable && column.ComputedSql is null)
            yield return $"replaces NULL in {table}.{column.Name}";
    }

    private static bool IsWider(ColumnHints old, ColumnHints column)
    {
        if (old.ClrType is not { } before || column.ClrType is not { } after)
            return false;
        return before == after
            ? Holds(old.MaxLength, column.MaxLength) && Holds(old.Scale, column.Scale)
                && Holds(old.Precision - (old.Scale ?? 0), column.Precision - (column.Scale ?? 0))
            : Widening.Any(w => Array.IndexOf(w, before) is >= 0 and var at && Array.IndexOf(w, after) > at);
    }

    private static bool Holds(int? old, int? now) => now is null || old <= now;
}
