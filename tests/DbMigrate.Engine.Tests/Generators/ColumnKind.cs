using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Tests.Generators;

/// <summary>A store type with a CLR type.</summary>
/// <param name="StoreType">The type in SQLite.</param>
/// <param name="ClrType">The type in .NET.</param>
/// <param name="IsDistinct">Whether row <c>i</c> can have a value that no other has.</param>
/// <param name="Natural">The value of row <c>i</c>. Rows with the same number match in all tables, so that foreign keys and unique constraints hold.</param>
/// <param name="Expressions">Default expressions.</param>
internal sealed record ColumnKind(string StoreType, Type ClrType, bool IsDistinct, Func<int, object> Natural, IReadOnlyList<string> Expressions)
{
    public static IReadOnlyList<ColumnKind> All { get; } =
    [
        new("INTEGER", typeof(int), true, i => i, ["1 + 2", "-7"]),
        new("INTEGER", typeof(long), true, i => (long)i, ["40 + 2"]),
        new("INTEGER", typeof(bool), false, i => i % 2 == 0, []),
        new("TEXT", typeof(string), true, i => "k" + i, ["lower('ABC')", "'it''s' || '!'"]),
        new("TEXT", typeof(Guid), true, i => new Guid(i, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]), []),
        new("TEXT", typeof(DateTime), true, i => new DateTime(2020, 1, 1, 12, 30, 0, DateTimeKind.Unspecified).AddDays(i), ["CURRENT_TIMESTAMP"]),
        new("TEXT", typeof(decimal), true, i => i + 0.25m, []),
        new("REAL", typeof(double), true, i => i + 0.5, ["1.5 * 2"]),
        new("BLOB", typeof(byte[]), true, i => new[] { (byte)(i >> 8), (byte)i }, []),
    ];

    public static ColumnKind Of(Column column)
        => All.First(k => k.StoreType == column.StoreType && (column.Hints.ClrType is null || k.ClrType == column.Hints.ClrType));

    public Column Column(string name, bool nullable) => new()
    {
        Name = name,
        StoreType = StoreType,
        IsNullable = nullable,
        Hints = new() { ClrType = ClrType },
    };
}
