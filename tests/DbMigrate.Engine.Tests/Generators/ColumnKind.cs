using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Tests.Generators.Postgres;

namespace DbMigrate.Engine.Tests.Generators;

/// <summary>What expressions can do with a column.</summary>
internal enum ValueSort
{
    Text,
    Integer,
    Real,
    Other,
}

/// <summary>A store type with a CLR type.</summary>
/// <param name="StoreType">The type in the database.</param>
/// <param name="ClrType">The type in .NET.</param>
/// <param name="IsDistinct">Whether row <c>i</c> can have a value that no other has.</param>
/// <param name="Natural">The value of row <c>i</c>. Rows with the same number match in all tables, so that foreign keys and unique constraints hold.</param>
/// <param name="Expressions">Default expressions.</param>
internal sealed record ColumnKind(string StoreType, Type ClrType, bool IsDistinct, Func<int, object> Natural, IReadOnlyList<string> Expressions)
{
    /// <summary>What expressions can do with it.</summary>
    public ValueSort Sort { get; init; } = ValueSort.Other;

    /// <summary>The facet that the database must have for it; null for none.</summary>
    public string? Needs { get; init; }

    public static ColumnKind Of(Column column)
        => SqliteDialect.AllKinds.Concat(PostgresDialect.AllKinds).First(k => k.StoreType == column.StoreType && (column.Hints.ClrType is null || k.ClrType == column.Hints.ClrType));

    public static ValueSort SortOf(Column column) => Of(column).Sort;

    /// <summary>Whether the database numbers rows by a column.</summary>
    public static bool IsNumbered(Column column) => column.Annotations["Sqlite:Autoincrement"] is not null || column.Annotations[PostgresDialect.Strategy] is not null;

    public Column Column(string name, bool nullable) => new()
    {
        Name = name,
        StoreType = StoreType,
        IsNullable = nullable,
        Hints = new() { ClrType = ClrType },
    };
}
