using System;
using System.Collections.Generic;
using CsCheck;

namespace DbMigrate.Engine.Tests.Scripting;

/// <summary>Draws provider values of every type that a script can hold, edges included.</summary>
internal static class Values
{
    public static Gen<object> Any => Gen.OneOf<object>(ByType);

    /// <summary>Values at which literals go wrong.</summary>
    public static object[] Edges { get; } =
    [
        "", "it's \"quoted\" \\ and\r\nmulti-line\t\0\u2028", "🎉 ünïcode", "{0} {x}", '\'', '\\', '\n',
        byte.MaxValue, sbyte.MinValue, short.MinValue, ushort.MaxValue, int.MinValue, int.MaxValue, uint.MaxValue, long.MinValue, long.MaxValue, ulong.MaxValue,
        float.NaN, float.PositiveInfinity, float.NegativeInfinity, float.Epsilon, float.MaxValue, 0.1f, -0.0f,
        double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon, double.MaxValue, 0.1, 1.0, 1e16, -0.0,
        decimal.MinValue, decimal.MaxValue, 1.00m, 0.0000000000000000000000000001m,
        DateTime.MinValue, DateTime.MaxValue, new DateTime(2026, 11, 22, 14, 3, 0, DateTimeKind.Utc), new DateTime(2026, 11, 22, 14, 3, 0, DateTimeKind.Local), new DateTime(638_000_000_123_456_789),
        DateTimeOffset.MinValue, new DateTimeOffset(2026, 11, 22, 14, 3, 0, TimeSpan.FromMinutes(-330)),
        DateOnly.MinValue, DateOnly.MaxValue, TimeOnly.MinValue, TimeOnly.MaxValue, new TimeOnly(1, 2, 3, 4, 5), TimeSpan.MinValue, TimeSpan.MaxValue, TimeSpan.FromTicks(-1),
        Guid.Empty, Array.Empty<byte>(), new byte[] { 0, 255 }, new byte[100], Array.Empty<string>(), new string?[] { "a", null }, new[] { 1.5, double.NaN },
        new object?[] { 1, "a", null }, new byte[][] { [1], [] }, Array.Empty<byte[]>(), new int?[] { 1, null }, new List<string> { "a", "b" },
    ];

    private static IGen<object>[] ByType { get; } =
    [
        Boxed(Gen.String), Boxed(Gen.Char), Boxed(Gen.Bool),
        Boxed(Gen.Byte), Boxed(Gen.SByte), Boxed(Gen.Short), Boxed(Gen.UShort), Boxed(Gen.Int), Boxed(Gen.UInt), Boxed(Gen.Long), Boxed(Gen.ULong),
        Boxed(Gen.Float), Boxed(Gen.Double), Boxed(Gen.Decimal),
        Boxed(Gen.DateTime), Boxed(Gen.DateTime.Select(d => DateTime.SpecifyKind(d, DateTimeKind.Utc))), Boxed(Gen.DateTimeOffset),
        Boxed(Gen.DateOnly), Boxed(Gen.TimeOnly), Boxed(Gen.TimeSpan), Boxed(Gen.Guid),
        Boxed(Gen.Byte.Array[0, 40]), Boxed(Gen.String.Array[0, 3]), Boxed(Gen.Int.Array[0, 3]), Boxed(Gen.Decimal.List[0, 2]),
        Gen.OneOf(Edges),
    ];

    private static Gen<object> Boxed<T>(Gen<T> gen)
        where T : notnull
        => gen.Select(v => (object)v);
}
