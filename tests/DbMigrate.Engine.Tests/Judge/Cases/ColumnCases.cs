using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore;
using static DbMigrate.Engine.Tests.Judge.Start;

namespace DbMigrate.Engine.Tests.Judge;

/// <summary>Columns with every facet that both databases have.</summary>
internal static class ColumnCases
{
    public static IEnumerable<JudgeCase> All(Words words) =>
    [
        Change("column: optional", _ => { }, e => e.Property<int?>("N")),
        Change("column: required, without default", _ => { }, e => { e.Property<int>("N"); e.Property<string>("S").IsRequired(); e.Property<bool>("B"); e.Property<double>("D"); e.Property<Guid>("G"); e.Property<byte[]>("Y").IsRequired(); e.Property<decimal>("M"); }),
        Change("column: required time, without default", _ => { }, e => { e.Property<DateTime>("T"); e.Property<DateOnly>("O"); e.Property<TimeSpan>("P"); e.Property<TimeOnly>("R"); }),
        Change("column: with a default value", _ => { }, e => { e.Property<int>("N").HasDefaultValue(3); e.Property<string>("S").HasDefaultValue("it's"); e.Property<bool>("B").HasDefaultValue(true); }),
        Change("column: with a default expression", _ => { }, e => e.Property<int>("N").HasDefaultValueSql("(1) + (2)")),
        Change("column: with the time as default", _ => { }, e => e.Property<DateTime>("T").HasDefaultValueSql("CURRENT_TIMESTAMP")),
        Change("column: another default", e => { e.Property<int>("N").HasDefaultValue(3); e.Property<string>("S").HasDefaultValue("a"); }, e => { e.Property<int>("N").HasDefaultValueSql("(1) + (2)"); e.Property<string>("S"); }),
        Change("column: computed when read", _ => { }, e => { e.Property<int>("X"); e.Property<int>("Sum").HasComputedColumnSql("\"X\" + 1", stored: true); e.Property<string>("Up").HasComputedColumnSql("upper(\"Name\")", stored: true); }),
        Change("column: other expression", e => e.Property<string>("Up").HasComputedColumnSql("upper(\"Name\")", stored: true), e => e.Property<string>("Up").HasComputedColumnSql("lower(\"Name\")", stored: true)),
        Change("column: computed from now on", e => e.Property<string>("Up"), e => e.Property<string>("Up").HasComputedColumnSql("upper(\"Name\")", stored: true)),
        Change("column: computed from a renamed one", e => e.Property<string>("Up").HasComputedColumnSql("upper(\"Name\")", stored: true), e => { e.Property<string>("Name").HasColumnName("Title"); e.Property<string>("Up").HasComputedColumnSql("upper(\"Title\")", stored: true); }),
        Change("column: collation and comment", e => e.Property<string>("C").UseCollation(words.Collation).HasComment("a\r\nb"), e => e.Property<string>("C").UseCollation(words.OtherCollation).HasComment("it's")),
        Change("column: with collation and comment", _ => { }, e => e.Property<string>("C").UseCollation(words.Collation).HasComment("c")),
        Change("column: lengths, precision, scale", e => { e.Property<string>("S").HasMaxLength(10); e.Property<decimal>("M").HasPrecision(10, 2); }, e => { e.Property<string>("S").HasMaxLength(30).IsUnicode(false); e.Property<decimal>("M").HasPrecision(12, 4); }),
        Case("column: all of them replaced, and a row deleted before",
            b => { Thing(b, e => e.HasData(new { Id = 1, Name = "a" })); Old(b); },
            b => { Thing(b); b.Entity("All", e => { e.ToTable("All"); e.Property<string>("One"); e.Property<bool?>("Two"); e.HasNoKey(); }); }),
        Change("column: every facet at once", _ => { }, e =>
        {
            e.Property<string>("S").HasMaxLength(4).IsFixedLength().IsUnicode(false);
            e.Property<decimal>("M").HasPrecision(12, 4);
            e.Property<byte[]>("V").IsRowVersion();
        }),
        Change("column: every facet, and then required",
            e => { e.Property<string>("S"); e.Property<decimal?>("M"); e.Property<byte[]>("V"); },
            e =>
            {
                e.Property<string>("S").HasMaxLength(4).IsFixedLength().IsUnicode(false).IsRequired();
                e.Property<decimal>("M").HasPrecision(12, 4);
                e.Property<byte[]>("V").IsRowVersion().IsRequired();
            }),
        Change("column: fixed length", e => e.Property<string>("S").HasMaxLength(4), e => e.Property<string>("S").HasMaxLength(4).IsFixedLength()),
        Change("column: written type", e => e.Property<string>("S"), e => e.Property<string>("S").HasColumnType(words.TextType)),
        Change("column: number of another size", e => { e.Property<int>("N"); e.Property<short>("H"); e.Property<float>("F"); }, e => { e.Property<long>("N"); e.Property<int>("H"); e.Property<double>("F"); }),
        Change("column: number becomes text", e => e.Property<int>("N"), e => e.Property<string>("N")),
        Change("column: required", e => e.Property<int?>("N"), e => e.Property<int>("N")),
        Change("column: required, with a default", _ => { }, e => e.Property<string>("Name").IsRequired().HasDefaultValue("?")),
        Change("column: required, with an index", e => { e.Property<string>("S"); e.HasIndex("Name", "S"); }, e => { e.Property<string>("S").IsRequired(); e.HasIndex("Name", "S"); }),
        Change("column: renamed", e => e.Property<string>("Name"), e => e.Property<string>("Name").HasColumnName("Title")),
        Change("column: renamed and altered", e => e.Property<string>("Name"), e => e.Property<string>("Name").HasColumnName("Title").IsRequired().HasDefaultValue("?")),
        Change("column: renamed, with index, key and check",
            e => { e.Property<string>("Name").IsRequired(); e.HasAlternateKey("Name"); e.HasIndex("Name", "Id").HasFilter("\"Name\" <> ''"); e.ToTable(t => t.HasCheckConstraint("CK", "length(\"Name\") > 0")); },
            e => { e.Property<string>("Name").IsRequired().HasColumnName("Title"); e.HasAlternateKey("Name"); e.HasIndex("Name", "Id").HasFilter("\"Title\" <> ''"); e.ToTable(t => t.HasCheckConstraint("CK", "length(\"Title\") > 0")); }),
        Change("column: names exchanged", e => e.Property<string>("B"), e => { e.Property<string>("Name").HasColumnName("B"); e.Property<string>("B").HasColumnName("Name"); }),
        Change("column: looks like one that goes", e => e.Property<int?>("Gone"), e => e.Property<int?>("Comes")),
        Change("column: several that look like one that goes", e => e.Property<int?>("Gone"), e => { e.Property<int?>("One"); e.Property<int?>("Two"); }),
        Change("column: another under its name", e => e.Property<int>("N"), e => { e.Property<int>("N").HasColumnName("Was"); e.Property<string>("M").HasColumnName("N"); }),
        Change("column: order", e => { e.Property<int>("A"); e.Property<int>("B"); }, e => { e.Property<int>("A").HasColumnOrder(3); e.Property<int>("B").HasColumnOrder(2); e.Property<int>("C").HasColumnOrder(1); }),
        Change("column: row version", _ => { }, e => e.Property<uint>("Version").IsRowVersion()),
        Change("column: a list of values", _ => { }, e => { e.Property<List<int>>("L").IsRequired(); e.Property<string[]>("S"); }),
        Change("column: dropped with what is computed from it", e => { e.Property<int>("X"); e.Property<int>("Y").HasComputedColumnSql("\"X\" + 1", stored: true); }, _ => { }),
        Change("column: enum as text", e => e.Property<DayOfWeek>("D"), e => e.Property<DayOfWeek>("D").HasConversion<string>()),
    ];

    private static void Old(ModelBuilder model)
        => model.Entity("All", e =>
        {
            e.ToTable("All");
            e.Property<int>("Id").ValueGeneratedNever();
            e.Property<int>("Number");
            e.HasIndex("Number");
            e.HasData(new { Id = 1, Number = 1 });
        });
}
