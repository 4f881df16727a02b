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
        else if (column.ComputedSql is null && old.StoreType != column.StoreType && !IsWider(old, column))
            yield return $"changes the type of {table}.{column.Name} from {old.StoreType} to {column.StoreType}";
        if (old.IsNullable && !column.IsNullable && column.ComputedSql is null)
            yield return $"replaces NULL in {table}.{column.Name}";
    }

    private bool IsWider(Column old, Column column)
    {
        if (old.Hints.ClrType is not { } before || column.Hints.ClrType is not { } after)
            return false;
        var (was, now) = (StoreTypeParts.Read(old.StoreType), StoreTypeParts.Read(column.StoreType));
        return before == after
            ? IsSameKind(was, now, after) && now.Holds(was)
            : Widening.Any(w => Array.IndexOf(w, before) is >= 0 and var at && Array.IndexOf(w, after) > at);
    }

    // One CLR type has several store types: a time may become a date, and a text one that is padded. Only the provider's
    // own text without any limit holds every other.
    private bool IsSameKind(StoreTypeParts old, StoreTypeParts now, Type type)
        => string.Equals(old.Kind, now.Kind, StringComparison.OrdinalIgnoreCase)
            || (type == typeof(string) && string.Equals(now.Text, traits.StoreType(new AddColumnOperation { ClrType = typeof(string) }), StringComparison.OrdinalIgnoreCase));
}
