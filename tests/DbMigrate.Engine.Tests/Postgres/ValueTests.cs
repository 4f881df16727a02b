using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.NetworkInformation;
using System.Numerics;
using System.Text.Json;
using DbMigrate.Engine.Tests.Inheritance;
using DbMigrate.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using Xunit;

namespace DbMigrate.Engine.Tests.Postgres;

/// <summary>Values of all types that the provider knows, as defaults and in rows of the model, come through a script to the database as EF Core writes them.</summary>
public sealed class ValueTests(PostgresServer server)
{
    private const string Default = "Default ";

    private static readonly Case[] Cases =
    [
        Case.Of<bool>(true, false),
        Case.Of<char>('\'', 'b'),
        Case.Of<byte>(1, 255),
        Case.Of<sbyte>(-1, 127),
        Case.Of<short>(-1, 2),
        Case.Of<ushort>(1, 65_535),
        Case.Of<uint>(1, uint.MaxValue),
        Case.Of<long>(-1, long.MaxValue),
        Case.Of<ulong>(1, ulong.MaxValue),
        Case.Of<float>(1.5f, float.NaN),
        Case.Of<double>(-0.1, double.PositiveInfinity),
        Case.Of<decimal>(1.5m, -79_228_162_514_264.25m),
        Case.Of<BigInteger>(BigInteger.One, BigInteger.Parse("123456789012345678901234567890", null)),
        Case.Of<string>("it's \\ \"x\"\n", ""),
        Case.Of<Guid>(new("11111111-2222-3333-4444-555555555555"), Guid.Empty),
        Case.Of<byte[]>([1, 2], []),
        Case.Of<DateTime>(new(2024, 2, 29, 1, 2, 3, DateTimeKind.Utc), new(2024, 2, 29, 23, 59, 59, 999, DateTimeKind.Utc)),
        Case.Of<DateTimeOffset>(new(2024, 2, 29, 1, 2, 3, TimeSpan.Zero), new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero)),
        Case.Of<DateOnly>(new(2024, 2, 29), new(1, 1, 2)),
        Case.Of<TimeOnly>(new(1, 2, 3), new(23, 59, 59, 999)),
        Case.Of<TimeSpan>(new(1, 2, 3), new(4, 5, 6, 7, 8)),
        Case.Of<DayOfWeek>(DayOfWeek.Friday, DayOfWeek.Sunday),
        Case.Of<int[]>([1, 2], []),
        Case.Of<string[]>(["a,b", "it's", "NULL"], ["\\", "\""]),
        Case.Of<List<int>>([1], [2, 3]),
        Case.Of<int?[]>([1, null], []),
        Case.Of<DateTime[]>([new(2024, 2, 29, 1, 2, 3, DateTimeKind.Utc)], []),
        Case.Of<Guid[]>([Guid.Empty], []),
        Case.Of<decimal[]>([1.5m], [2.5m, 3.25m]),
        Case.Of<DayOfWeek[]>([DayOfWeek.Friday], [DayOfWeek.Sunday, DayOfWeek.Monday]),
        Case.Of<IPAddress>(IPAddress.Loopback, IPAddress.IPv6Loopback),
        Case.Of<PhysicalAddress>(PhysicalAddress.Parse("08-00-2B-01-02-03"), PhysicalAddress.Parse("08-00-2B-01-02-04")),
        Case.Of<IPNetwork>(new(IPAddress.Parse("10.0.0.0"), 8), new(IPAddress.Parse("192.168.0.0"), 16)),
        Case.Of<BitArray>(new([true, false, true]), new([false]), "bit varying"),
        Case.Of<NpgsqlRange<int>>(new(1, 5), new(2, true, 9, false)),
        Case.Of<NpgsqlRange<DateOnly>>(new(new(2024, 1, 1), new(2024, 2, 1)), NpgsqlRange<DateOnly>.Empty),
        Case.Of<NpgsqlRange<decimal>>(new(1.5m, 2.5m), new(1.5m, true, false, 0, false, true)),
        Case.Of<NpgsqlRange<int>[]>([new(1, true, 5, false)], [new(1, true, 3, false), new(7, true, 9, false)]),
        Case.Of<NpgsqlPoint>(new(1.5, 2), new(-1, 0)),
        Case.Of<NpgsqlBox>(new(3, 4, 1, 2), new(5, 6, 1, 2)),
        Case.Of<NpgsqlCircle>(new(1, 2, 3), new(4, 5, 6)),
        Case.Of<NpgsqlLine>(new(1, 2, 3), new(4, 5, 6)),
        Case.Of<NpgsqlLSeg>(new(1, 2, 3, 4), new(5, 6, 7, 8)),
        Case.Of<NpgsqlPath>(new(new NpgsqlPoint(1, 2), new NpgsqlPoint(3, 4)), new(new NpgsqlPoint(5, 6))),
        Case.Of<NpgsqlPolygon>(new(new NpgsqlPoint(1, 2), new NpgsqlPoint(3, 4), new NpgsqlPoint(5, 5)), new(new NpgsqlPoint(5, 6), new NpgsqlPoint(0, 0))),
        Case.Of<NpgsqlTsQuery>(new NpgsqlTsQueryLexeme("a"), new NpgsqlTsQueryNot(new NpgsqlTsQueryLexeme("it's"))),
        Case.Of<NpgsqlLogSequenceNumber>(new(1), new(ulong.MaxValue)),
        Case.Of<Dictionary<string, string>>(new() { ["a"] = "1" }, new() { ["a b"] = "2", ["c"] = "" }, "hstore"),
        Case.Of<JsonDocument>(JsonDocument.Parse("{\"a\": 1}"), JsonDocument.Parse("[\"it's\"]"), "jsonb"),
        Case.Of<JsonElement>(JsonDocument.Parse("{\"a\": 1}").RootElement, JsonDocument.Parse("[]").RootElement, "json"),
    ];

    [Fact]
    public void Values_of_all_types_come_through_a_script()
    {
        using var database = FilledDatabase.Create(isPostgres: true, server);
        var first = Conversion.First(database, m => Build(m, isSwapped: false));
        var (asFirst, asSecond) = (Written(database, c => c.First), Written(database, c => c.Second));
        AssertAre(database, asFirst, asSecond);

        var changed = new Conversion(database, first.Recorded, m => Build(m, isSwapped: true));
        changed.Up();
        AssertAre(database, asSecond, asFirst);
        changed.Down();
        AssertAre(database, asFirst, asSecond);
    }

    private static void Build(ModelBuilder model, bool isSwapped)
    {
        model.HasPostgresExtension("hstore");
        model.SharedTypeEntity<Dictionary<string, object>>("Rows", row =>
        {
            row.ToTable("Rows");
            row.IndexerProperty<int>("Id").ValueGeneratedNever();
            var seed = new Dictionary<string, object> { ["Id"] = 1 };
            foreach (var one in Cases)
            {
                var (@default, value) = isSwapped ? (one.Second, one.First) : (one.First, one.Second);
                var defaulted = row.IndexerProperty(one.Type, Default + one.Name).HasDefaultValue(@default);
                var property = row.IndexerProperty(one.Type, one.Name);
                if (one.StoreType is not null)
                {
                    defaulted.HasColumnType(one.StoreType);
                    property.HasColumnType(one.StoreType);
                }

                seed[one.Name] = value;
            }

            row.HasData(seed);
        });
    }

    private static void AssertAre(FilledDatabase database, IReadOnlyList<string> defaults, IReadOnlyList<string> seeded)
    {
        var names = string.Join(", ", Cases.Select(c => $"\"{c.Name}\""));
        _ = database.Query($"INSERT INTO \"Rows\" (\"Id\", {names}) SELECT 2, {names} FROM \"Rows\" WHERE \"Id\" = 1");
        Assert.Equal(defaults, Take(database, 2, Default));
        Assert.Equal(seeded, Read(database, 1, ""));
    }

    // What EF Core itself writes.
    private static IReadOnlyList<string> Written(FilledDatabase database, Func<Case, object> value)
    {
        using var context = database.Context(m => Build(m, isSwapped: false));
        context.Database.OpenConnection();
        ((NpgsqlConnection)context.Database.GetDbConnection()).ReloadTypes();
        var row = new Dictionary<string, object> { ["Id"] = 3 };
        foreach (var one in Cases)
            row[one.Name] = value(one);
        context.Set<Dictionary<string, object>>("Rows").Add(row);
        context.SaveChanges();
        return Take(database, 3, "");
    }

    private static IReadOnlyList<string> Take(FilledDatabase database, int id, string prefix)
    {
        var texts = Read(database, id, prefix);
        _ = database.Query($"DELETE FROM \"Rows\" WHERE \"Id\" = {id}");
        return texts;
    }

    // The server's own text of each.
    private static IReadOnlyList<string> Read(FilledDatabase database, int id, string prefix)
        => database.Query("SELECT unnest(ARRAY[" + string.Join(", ", Cases.Select(c => $"'{c.Name}: ' || \"{prefix}{c.Name}\"::text")) + $"]) FROM \"Rows\" WHERE \"Id\" = {id}");

    private sealed record Case(Type Type, object First, object Second, string? StoreType)
    {
        public string Name => NameOf(Type);

        public static Case Of<T>(T first, T second, string? storeType = null)
            where T : notnull
            => new(typeof(T), first, second, storeType);

        private static string NameOf(Type type)
            => type.IsArray ? NameOf(type.GetElementType()!) + "s" : type.Name.Split('`')[0] + string.Concat(type.GetGenericArguments().Select(NameOf));
    }
}
