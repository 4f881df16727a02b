using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore;
using static DbMigrate.Engine.Tests.Judge.Start;

namespace DbMigrate.Engine.Tests.Judge;

/// <summary>Rows of the model.</summary>
internal static class SeedCases
{
    public static IReadOnlyList<JudgeCase> All { get; } =
    [
        Case("seed: with the table", Nothing, b => Thing(b, e => e.HasData(new { Id = 1, Name = "a" }, new { Id = 2, Name = (string?)null }))),
        Change("seed: deleted, changed, inserted", e => e.HasData(new { Id = 1, Name = "a" }, new { Id = 2, Name = "b" }, new { Id = 3, Name = "c" }), e => e.HasData(new { Id = 2, Name = "x" }, new { Id = 3, Name = "c" }, new { Id = 4, Name = "d" })),
        Change("seed: a column more", e => e.HasData(new { Id = 1, Name = "a" }, new { Id = 2, Name = "b" }), e => { e.Property<string>("More"); e.HasData(new { Id = 1, Name = "a", More = "m" }, new { Id = 2, Name = "b", More = (string?)null }); }),
        Change("seed: table and column renamed, row changed", e => e.HasData(new { Id = 1, Name = "a" }), e => { e.ToTable("Renamed"); e.Property<string>("Name").HasColumnName("Title"); e.HasData(new { Id = 1, Name = "b" }); }),
        Change("seed: of a required column", e => e.HasData(new { Id = 1, Name = "a" }), e => { e.Property<int>("N"); e.HasData(new { Id = 1, Name = "a", N = 7 }); }),
        Case("seed: rows that refer to each other",
            b => { Thing(b, e => e.HasData(new { Id = 1, Name = "a" })); Child(b, more: e => e.HasData(new { Id = 1, ThingId = 1 })); },
            b => { Thing(b, e => e.HasData(new { Id = 2, Name = "b" })); Child(b, more: e => e.HasData(new { Id = 1, ThingId = 2 })); }),
        Case("seed: composite key", b => Pair(b, 1), b => Pair(b, 2)),
        Change("seed: into a table that loses a required column", e => e.Property<int>("Gone"), e => e.HasData(new { Id = 1, Name = "a" })),
        Case("seed: renamed table, row deleted", b => Thing(b, e => e.HasData(new { Id = 1, Name = "a" })), b => Thing(b, e => e.ToTable("Renamed"))),
        Case("seed: key of another type", b => Keyed(b, 1), b => Keyed(b, "k1")),
        Case("seed: values of every sort", b => Sorts(b, 1, "a"), b => Sorts(b, 2, "it's \\ \"b\"\n")),
        Change("seed: a new alternate key, beside other rows", e => e.HasData(new { Id = 1, Name = "a" }, new { Id = 2, Name = "b" }), e => { e.Property<string>("Code").IsRequired(); e.HasAlternateKey("Code"); e.HasData(new { Id = 1, Name = "a", Code = "x" }, new { Id = 2, Name = "b", Code = "y" }); }),
        Case("seed: a new table refers to a new alternate key", b => Coded(b, isCoded: false), b => { Coded(b, isCoded: true); b.Entity("User", e => { e.Property<int>("Id"); e.Property<string>("Code"); e.HasOne("Coded", null).WithMany().HasForeignKey("Code").HasPrincipalKey("Code"); e.HasData(new { Id = 1, Code = "y" }); }); }),
        Case("seed: a new key of the rows' own text", b => Coded(b, isCoded: false), b => Coded(b, isCoded: true, isKey: true)),
        Case("seed: an enum as text", b => Day(b, isText: false), b => Day(b, isText: true)),
    ];

    private static void Pair(ModelBuilder model, int second)
        => model.Entity("Pair", e =>
        {
            e.Property<int>("A").ValueGeneratedNever();
            e.Property<int>("B").ValueGeneratedNever();
            e.Property<string>("Text");
            e.HasKey("A", "B");
            e.HasData(new { A = 1, B = 1, Text = "t" + second }, new { A = 1, B = 1 + second, Text = "u" });
        });

    // A row has a text of its own only where the table has a column for it.
    private static void Coded(ModelBuilder model, bool isCoded, bool isKey = false)
        => model.Entity("Coded", e =>
        {
            e.Property<int>("Id").ValueGeneratedNever();
            if (isCoded)
                e.Property<string>("Code").IsRequired();
            if (isCoded && !isKey)
                e.HasAlternateKey("Code");
            e.HasKey(isKey ? "Code" : "Id");
            e.HasData(isCoded ? [new { Id = 1, Code = "x" }, new { Id = 2, Code = "y" }] : new object[] { new { Id = 1 }, new { Id = 2 } });
        });

    private static void Keyed<T>(ModelBuilder model, T key)
        where T : notnull
        => model.Entity("Keyed", e =>
        {
            e.Property<T>("Id").ValueGeneratedNever();
            e.Property<string>("Text");
            e.HasData(new { Id = key, Text = "t" });
        });

    private static void Sorts(ModelBuilder model, int number, string text)
        => model.Entity("Sorts", e =>
        {
            e.Property<int>("Id").ValueGeneratedNever();
            e.Property<string>("Text");
            e.Property<byte[]>("Bytes");
            e.Property<decimal>("Money");
            e.Property<double>("Ratio");
            e.Property<bool>("Flag");
            e.Property<Guid>("Token");
            e.Property<DateTime>("Time");
            e.Property<DateOnly>("Day");
            e.Property<long>("Long");
            e.HasData(new { Id = 1, Text = text, Bytes = new byte[] { 0, (byte)number }, Money = number + 0.5m, Ratio = 0.1 * number, Flag = number == 2, Token = new Guid(number, 0, 0, new byte[8]), Time = new DateTime(2026, 1, number, 1, 2, 3, DateTimeKind.Utc), Day = new DateOnly(2026, 1, number), Long = (1L << 40) + number });
        });

    private static void Day(ModelBuilder model, bool isText)
        => model.Entity("Days", e =>
        {
            e.Property<int>("Id").ValueGeneratedNever();
            var day = e.Property<DayOfWeek>("Day");
            if (isText)
                day.HasConversion<string>();
            e.HasData(new { Id = 1, Day = DayOfWeek.Friday });
        });
}
