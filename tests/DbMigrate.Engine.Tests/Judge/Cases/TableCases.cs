using System.Collections.Generic;
using Microsoft.EntityFrameworkCore;
using static DbMigrate.Engine.Tests.Judge.Start;

namespace DbMigrate.Engine.Tests.Judge;

/// <summary>Tables that come, go, are renamed, move or get another comment.</summary>
internal static class TableCases
{
    public static IReadOnlyList<JudgeCase> All { get; } =
    [
        Case("table: from nothing", Nothing, b => Thing(b)),
        Case("table: from nothing, without a key", Nothing, b => b.Entity("T", e => { e.Property<int>("A"); e.HasNoKey(); })),
        Case("table: one more, which refers to the other", b => Thing(b), b => { Thing(b); Child(b); }),
        Case("table: one that others refer to", b => { Thing(b); Child(b); }, b => b.Entity("Child", e => { e.Property<int>("Id"); e.Property<int?>("ThingId"); })),
        Case("table: two that refer to each other", Nothing, b =>
        {
            Thing(b, e => e.Property<int?>("MainId"));
            Child(b);
            b.Entity("Thing").HasOne("Child", null).WithMany().HasForeignKey("MainId").OnDelete(DeleteBehavior.SetNull);
        }),
        Case("table: other comment", b => Thing(b, e => e.ToTable(t => t.HasComment("it's\r\nold"))), b => Thing(b, e => e.ToTable(t => t.HasComment("new")))),
        Case("table: a comment", b => Thing(b), b => Thing(b, e => e.ToTable(t => t.HasComment("new")))),
        Case("table: renamed, constraints follow", b => { Thing(b, e => e.HasIndex("Name")); Child(b); }, b => { Thing(b, e => { e.ToTable("Renamed"); e.HasIndex("Name"); }); Child(b); }),
        Case("table: renamed, constraints keep their names",
            b => Thing(b, e => { e.HasKey("Id").HasName("PK"); e.HasIndex("Name").HasDatabaseName("IX"); }),
            b => Thing(b, e => { e.HasKey("Id").HasName("PK"); e.HasIndex("Name").HasDatabaseName("IX"); e.ToTable("Renamed"); })),
        Case("table: renamed, with all kinds of changes within",
            b => Thing(b, e => { e.Property<int>("Gone"); e.Property<int>("Same"); e.HasIndex("Same"); }),
            b => Thing(b, e => { e.ToTable("Renamed"); e.Property<int>("New"); e.Property<int>("Same").HasColumnName("Other"); e.HasIndex("Same"); })),
        Case("table: moved to a schema", b => { Thing(b); Child(b); }, b => { Thing(b, e => e.ToTable("Thing", "shop")); Child(b); }),
        Case("table: moved to a schema and renamed", b => Thing(b), b => Thing(b, e => e.ToTable("Renamed", "shop"))),
        Case("table: another of its name in a new schema", b => Thing(b), b => { Thing(b); b.Entity("Other", e => { e.ToTable("Things", "shop"); e.Property<int>("Id"); }); }),
        Case("table: names exchanged",
            b => { Thing(b); b.Entity("Other", e => { e.Property<int>("Id"); e.Property<string>("Text"); }); },
            b => { Thing(b, e => e.ToTable("Other")); b.Entity("Other", e => { e.ToTable("Thing"); e.Property<int>("Id"); e.Property<string>("Text"); }); }),
        Case("table: replaced by one that nothing joins", b => Thing(b), b => b.Entity("Quite", e => { e.Property<int>("Id"); e.Property<string>("Different"); })),
        Case("table: excluded from migrations, referred to", b => { Thing(b); Far(b); }, b => { Thing(b, e => { e.Property<int?>("FarId"); e.HasOne("Far", null).WithMany().HasForeignKey("FarId"); }); Far(b); }) with
        {
            Setup = "CREATE TABLE \"Far\" (\"Id\" integer NOT NULL PRIMARY KEY)",
        },
    ];

    private static void Far(ModelBuilder model)
        => model.Entity("Far", e =>
        {
            e.ToTable("Far", t => t.ExcludeFromMigrations());
            e.Property<int>("Id");
        });
}
