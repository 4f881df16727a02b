using System.Collections.Generic;
using System.Linq;
using Microsoft.EntityFrameworkCore;
using static DbMigrate.Engine.Tests.Judge.Start;

namespace DbMigrate.Engine.Tests.Judge;

/// <summary>Primary, alternate and foreign keys, and checks.</summary>
internal static class KeyCases
{
    private static readonly DeleteBehavior[] Actions = [DeleteBehavior.Cascade, DeleteBehavior.Restrict, DeleteBehavior.SetNull, DeleteBehavior.NoAction];

    public static IReadOnlyList<JudgeCase> All { get; } =
    [
        Case("key: composite, in its order", Nothing, b =>
        {
            b.Entity("P", e => { e.Property<int>("A"); e.Property<int>("B"); e.HasKey("B", "A"); });
            b.Entity("D", e => { e.Property<int>("Id"); e.Property<int>("X"); e.Property<int>("Y"); e.HasOne("P", null).WithMany().HasForeignKey("Y", "X"); });
        }),
        Case("key: other columns and name", b => b.Entity("K", e => { e.Property<int>("A").ValueGeneratedNever(); e.Property<int>("B"); e.HasKey("A"); }), b => b.Entity("K", e => { e.Property<int>("A"); e.Property<int>("B"); e.HasKey("B", "A").HasName("PK_Other"); })),
        Case("key: dropped", b => b.Entity("K", e => { e.Property<int>("A").ValueGeneratedNever(); e.HasKey("A"); }), b => b.Entity("K", e => { e.Property<int>("A"); e.HasNoKey(); })),
        Case("key: renamed", b => Thing(b, e => e.HasKey("Id").HasName("PK_A")), b => Thing(b, e => e.HasKey("Id").HasName("PK_B"))),
        Case("key: renamed under a foreign key", b => { Thing(b, e => e.HasKey("Id").HasName("PK_A")); Child(b); }, b => { Thing(b, e => e.HasKey("Id").HasName("PK_B")); Child(b); }),
        Case("key: its column renamed", b => { Thing(b); Child(b); }, b => { Thing(b, e => e.Property<int>("Id").HasColumnName("Number")); Child(b); }),
        Case("key: text by a number", b => b.Entity("K", e => { e.Property<string>("Code"); e.HasKey("Code"); }), b => b.Entity("K", e => { e.Property<string>("Code").IsRequired(); e.Property<int>("Id"); e.HasKey("Id"); e.HasIndex("Code").IsUnique(); })),
        Case("key: a number that the database no longer gives", b => Thing(b), b => Thing(b, e => e.Property<int>("Id").ValueGeneratedNever())),
        Case("key: larger numbers", b => Thing(b), b => b.Entity("Thing", e => { e.Property<long>("Id"); e.Property<string>("Name"); })),
        Case("key: alternate", b => Thing(b, e => e.Property<string>("Name").IsRequired()), b => Thing(b, e => { e.Property<string>("Name").IsRequired(); e.HasAlternateKey("Name"); })),
        Case("key: alternate, other columns and name",
            b => Thing(b, e => { e.Property<string>("Name").IsRequired(); e.Property<int>("N"); e.HasAlternateKey("Name"); }),
            b => Thing(b, e => { e.Property<string>("Name").IsRequired(); e.Property<int>("N"); e.HasAlternateKey("N", "Name").HasName("AK_Other"); })),
        Case("foreign key: to an alternate key that is new too",
            b => { Thing(b, e => e.Property<string>("Name").IsRequired()); b.Entity("C", e => { e.Property<int>("Id"); e.Property<string>("N"); }); },
            b => { Thing(b, e => { e.Property<string>("Name").IsRequired(); e.HasAlternateKey("Name"); }); b.Entity("C", e => { e.Property<int>("Id"); e.Property<string>("N"); e.HasOne("Thing", null).WithMany().HasForeignKey("N").HasPrincipalKey("Name"); }); }),
        Case("foreign key: to the own table", b => Thing(b), b => Thing(b, e => { e.Property<int?>("ParentId"); e.HasOne("Thing", null).WithMany().HasForeignKey("ParentId"); })),
        Case("foreign key: its column renamed", b => { Thing(b); Child(b); }, b => { Thing(b); Child(b, more: e => e.Property<int?>("ThingId").HasColumnName("Owner")); }),
        Case("foreign key: another target", b => { Thing(b); Other(b); Child(b); }, b => { Thing(b); Other(b); b.Entity("Child", e => { e.Property<int>("Id"); e.Property<int?>("ThingId"); e.HasOne("Other", null).WithMany().HasForeignKey("ThingId").HasConstraintName("FK_Named"); }); }),
        Case("foreign key: a cycle closed", b => { Thing(b, e => e.Property<int?>("MainId")); Child(b); }, b => { Thing(b, e => e.Property<int?>("MainId")); Child(b); b.Entity("Thing").HasOne("Child", null).WithMany().HasForeignKey("MainId").OnDelete(DeleteBehavior.NoAction); }),
        .. Actions.Select(a => Case($"foreign key: {a}", b => { Thing(b); Child(b, a == DeleteBehavior.Cascade ? DeleteBehavior.NoAction : DeleteBehavior.Cascade); }, b => { Thing(b); Child(b, a); })),
        .. Actions.Select(a => Case($"foreign key: with {a}", b => { Thing(b); b.Entity("Child", e => { e.Property<int>("Id"); e.Property<int?>("ThingId"); }); }, b => { Thing(b); Child(b, a); })),
        Change("check: added, renamed, changed", e => e.ToTable(t => { t.HasCheckConstraint("A", "\"Id\" > 0"); t.HasCheckConstraint("B", "\"Id\" > 1"); }), e => e.ToTable(t => { t.HasCheckConstraint("A", "\"Id\" > 5"); t.HasCheckConstraint("C", "\"Id\" > 1"); t.HasCheckConstraint("D", "\"Name\" <> ''"); })),
        Change("check: on a new column", _ => { }, e => { e.Property<int>("N"); e.ToTable(t => t.HasCheckConstraint("CK_N", "\"N\" >= 0")); }),
        Change("check: on a column that goes", e => { e.Property<int>("N"); e.ToTable(t => t.HasCheckConstraint("CK_N", "\"N\" >= 0")); }, _ => { }),
    ];

    private static void Other(ModelBuilder model) => model.Entity("Other", e => e.Property<int>("Id"));
}
