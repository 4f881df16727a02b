using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DbMigrate.Engine.Tests.Replay;

/// <summary>Changes of a model that EF's own tests know, each as a model before and after.</summary>
internal static class EfDifferCases
{
    public static readonly IReadOnlyDictionary<string, ModelChange> All = new[]
    {
        Case("create a table", _ => { }, b => Thing(b)),
        Case("create a table without key", _ => { }, b => b.Entity("T", e => { e.Property<int>("A"); e.HasNoKey(); })),
        Case("create principal and dependent", _ => { }, b => { Thing(b); Child(b); }),
        Case("create a cycle of foreign keys", _ => { }, b => { Thing(b, e => e.Property<int?>("MainId")); Child(b); b.Entity("Thing").HasOne("Child", null).WithMany().HasForeignKey("MainId"); }),
        Case("create a self reference", _ => { }, b => Thing(b, e => { e.Property<int?>("ParentId"); e.HasOne("Thing", null).WithMany().HasForeignKey("ParentId"); })),
        Case("create composite keys", _ => { }, b =>
        {
            b.Entity("P", e => { e.Property<int>("A"); e.Property<int>("B"); e.HasKey("B", "A"); });
            b.Entity("D", e => { e.Property<int>("Id"); e.Property<int>("X"); e.Property<int>("Y"); e.HasOne("P", null).WithMany().HasForeignKey("Y", "X"); });
        }),
        Case("create computed columns", _ => { }, b => Thing(b, e => { e.Property<int>("X"); e.Property<int>("Sum").HasComputedColumnSql("[X] + 1", true); e.Property<int>("V").HasComputedColumnSql("[X] + 2", false); })),
        Case("rename a table and keep its constraints",
            b => Thing(b, e => { e.HasKey("Id").HasName("PK"); e.HasIndex("Name").HasDatabaseName("IX"); }),
            b => Thing(b, e => { e.HasKey("Id").HasName("PK"); e.HasIndex("Name").HasDatabaseName("IX"); e.ToTable("Renamed"); })),
        Case("rename a table whose constraints follow", b => { Thing(b, e => e.HasIndex("Name")); Child(b); }, b => { Thing(b, e => { e.ToTable("Renamed"); e.HasIndex("Name"); }); Child(b); }),
        Case("add a column to a renamed table", b => Thing(b), b => Thing(b, e => { e.ToTable("Renamed"); e.Property<string>("More"); })),
        Case("rename a column", b => Thing(b), b => Thing(b, e => e.Property<string>("Name").HasColumnName("Title"))),
        Case("rename a column with index and check",
            b => Thing(b, e => { e.HasIndex("Name").HasFilter("\"Name\" <> ''"); e.ToTable(t => t.HasCheckConstraint("CK", "length(\"Name\") > 0")); }),
            b => Thing(b, e => { e.Property<string>("Name").HasColumnName("Title"); e.HasIndex("Name").HasFilter("\"Title\" <> ''"); e.ToTable(t => t.HasCheckConstraint("CK", "length(\"Title\") > 0")); })),
        Case("rename a column with alternate key",
            b => Thing(b, e => { e.Property<string>("Name").IsRequired(); e.HasAlternateKey("Name"); }),
            b => Thing(b, e => { e.Property<string>("Name").IsRequired().HasColumnName("Title"); e.HasAlternateKey("Name"); })),
        Case("rename a primary key column that others refer to", b => { Thing(b); Child(b); }, b => { Thing(b, e => e.Property<int>("Id").HasColumnName("Number")); Child(b); }),
        Case("rename a foreign key column", b => { Thing(b); Child(b); }, b => { Thing(b); Child(b, e => e.Property<int>("ThingId").HasColumnName("Owner")); }),
        Case("rename and alter a column", b => Thing(b), b => Thing(b, e => e.Property<string>("Name").HasColumnName("Title").IsRequired().HasDefaultValue("?"))),
        Case("add optional and required columns", b => Thing(b), b => Thing(b, e => { e.Property<string>("S"); e.Property<int>("N"); e.Property<string>("R").IsRequired(); e.Property<Guid>("G"); e.Property<DateTime>("D"); })),
        Case("add columns with defaults", b => Thing(b), b => Thing(b, e => { e.Property<DateTime>("D").HasDefaultValue(new DateTime(2020, 1, 2, 3, 4, 5)); e.Property<int>("N").HasDefaultValueSql("1 + 2"); e.Property<bool>("F").HasDefaultValue(true); })),
        Case("add a column with check, collation, comment", b => Thing(b), b => Thing(b, e => { e.Property<string>("C").UseCollation("NOCASE").HasComment("two\r\nlines"); e.ToTable(t => t.HasCheckConstraint("CK_C", "C <> ''")); })),
        Case("add a collection of primitives", b => Thing(b), b => Thing(b, e => e.Property<List<int>>("L").IsRequired())),
        Case("change type, length, precision",
            b => Thing(b, e => { e.Property<int>("N"); e.Property<string>("S").HasMaxLength(10); e.Property<decimal>("M").HasPrecision(10, 2); }),
            b => Thing(b, e => { e.Property<string>("N"); e.Property<string>("S").HasMaxLength(20).IsUnicode(false); e.Property<double>("M"); })),
        Case("make a column required and optional", b => Thing(b), b => Thing(b, e => e.Property<string>("Name").IsRequired())),
        Case("make an indexed column required", b => Thing(b, e => { e.Property<string>("S"); e.HasIndex("Name", "S"); }), b => Thing(b, e => { e.Property<string>("S").IsRequired(); e.HasIndex("Name", "S"); })),
        Case("make a column computed, change it, store it", b => Thing(b, e => { e.Property<string>("A"); e.Property<string>("B").HasComputedColumnSql("1", false); e.Property<string>("C").HasComputedColumnSql("1", false); }), b => Thing(b, e => { e.Property<string>("A").HasComputedColumnSql("1", false); e.Property<string>("B").HasComputedColumnSql("2", false); e.Property<string>("C").HasComputedColumnSql("1", true); })),
        Case("change comments and collations",
            b => Thing(b, e => { e.ToTable(t => t.HasComment("a")); e.Property<string>("Name").HasComment("b").UseCollation("NOCASE"); }),
            b => Thing(b, e => { e.ToTable(t => t.HasComment("x\r\ny")); e.Property<string>("Name").HasComment("c").UseCollation("RTRIM"); })),
        Case("drop columns that depend on each other", b => Thing(b, e => { e.Property<int>("X"); e.Property<int>("Y").HasComputedColumnSql("X + 1"); }), b => Thing(b)),
        Case("replace a text key by a number", b => b.Entity("K", e => { e.Property<string>("Code"); e.HasKey("Code"); }), b => b.Entity("K", e => { e.Property<string>("Code").IsRequired(); e.Property<int>("Id"); e.HasKey("Id"); e.HasIndex("Code").IsUnique(); })),
        Case("take autoincrement away", b => Thing(b), b => Thing(b, e => e.Property<int>("Id").ValueGeneratedNever())),
        Case("change indexes in every way",
            b => Thing(b, e => { e.HasIndex(["Name"], "A"); e.HasIndex(["Name"], "B").IsUnique(); e.HasIndex(["Name", "Id"], "C").IsDescending(); e.HasIndex(["Id", "Name"], "E"); e.HasIndex(["Id"], "Foo"); }),
            b => Thing(b, e => { e.HasIndex(["Name"], "A").IsUnique().HasFilter("Name <> ''"); e.HasIndex(["Name", "Id"], "B"); e.HasIndex(["Name", "Id"], "C").IsDescending(true, false); e.HasIndex(["Id", "Name"], "E2"); e.HasIndex(["Id"], "foo"); })),
        Case("add, drop and rename a primary key", b => b.Entity("K", e => { e.Property<int>("A"); e.Property<int>("B"); e.HasKey("A"); }), b => b.Entity("K", e => { e.Property<int>("A"); e.Property<int>("B"); e.HasKey("B", "A").HasName("PK_Other"); })),
        Case("drop a primary key", b => b.Entity("K", e => { e.Property<int>("A").ValueGeneratedNever(); e.HasKey("A"); }), b => b.Entity("K", e => { e.Property<int>("A"); e.HasNoKey(); })),
        Case("change a foreign key's action, name and column", b => { Thing(b); Child(b, e => e.Property<int?>("OtherId")); }, b => { Thing(b); b.Entity("Child", e => { e.Property<int>("Id"); e.Property<int>("ThingId"); e.Property<int?>("OtherId"); e.HasOne("Thing", null).WithMany().HasForeignKey("OtherId").HasConstraintName("FK_Named").OnDelete(DeleteBehavior.Restrict); }); }),
        Case("drop a foreign key", b => { Thing(b); Child(b); }, b => { Thing(b); b.Entity("Child", e => { e.Property<int>("Id"); e.Property<int>("ThingId"); }); }),
        Case("add a unique constraint and a foreign key to it",
            b => { Thing(b, e => e.Property<string>("Name").IsRequired()); b.Entity("C", e => { e.Property<int>("Id"); e.Property<string>("N"); }); },
            b => { Thing(b, e => { e.Property<string>("Name").IsRequired(); e.HasAlternateKey("Name"); }); b.Entity("C", e => { e.Property<int>("Id"); e.Property<string>("N"); e.HasOne("Thing", null).WithMany().HasForeignKey("N").HasPrincipalKey("Name"); }); }),
        Case("add, rename and change checks", b => Thing(b, e => e.ToTable(t => { t.HasCheckConstraint("A", "Id > 0"); t.HasCheckConstraint("B", "Id > 1"); })), b => Thing(b, e => e.ToTable(t => { t.HasCheckConstraint("A", "Id > 5"); t.HasCheckConstraint("C", "Id > 1"); }))),
        Case("seed rows with a table", _ => { }, b => Thing(b, e => e.HasData(new { Id = 1, Name = "a" }, new { Id = 2, Name = (string?)null }))),
        Case("delete, update and insert rows", b => Thing(b, e => e.HasData(new { Id = 1, Name = "a" }, new { Id = 2, Name = "b" }, new { Id = 3, Name = "c" })), b => Thing(b, e => e.HasData(new { Id = 2, Name = "x" }, new { Id = 3, Name = "c" }, new { Id = 4, Name = "d" }))),
        Case("add a column to seeded rows", b => Thing(b, e => e.HasData(new { Id = 1, Name = "a" }, new { Id = 2, Name = "b" })), b => Thing(b, e => { e.Property<string>("More"); e.HasData(new { Id = 1, Name = "a", More = "m" }, new { Id = 2, Name = "b", More = (string?)null }); })),
        Case("rename table, column and change a seeded row", b => Thing(b, e => e.HasData(new { Id = 1, Name = "a" })), b => Thing(b, e => { e.ToTable("Renamed"); e.Property<string>("Name").HasColumnName("Title"); e.HasData(new { Id = 1, Name = "b" }); })),
        Case("seed bytes, enums and converted values", b => Seeded(b, [1, 2], DayOfWeek.Friday), b => Seeded(b, [1, 3], DayOfWeek.Monday)),
        Case("make a hierarchy of one table", b => b.Entity<Animal>(), b => b.Entity<Dog>().HasBaseType<Animal>().HasData(new Dog { Id = 1, Name = "Rex", Tricks = 3 })),
        Case("split a hierarchy into tables", b => Animals(b, _ => { }), b => Animals(b, e => e.UseTptMappingStrategy())),
        Case("give each class of a hierarchy its table", b => Animals(b, _ => { }), b => Animals(b, e => e.UseTpcMappingStrategy())),
    }.ToDictionary(c => c.Name, StringComparer.Ordinal);

    private static ModelChange Case(string name, Action<ModelBuilder> before, Action<ModelBuilder> after) => new(name, before, after);

    private static void Thing(ModelBuilder model, Action<EntityTypeBuilder>? more = null)
        => model.Entity("Thing", e =>
        {
            e.Property<int>("Id");
            e.Property<string>("Name");
            more?.Invoke(e);
        });

    private static void Child(ModelBuilder model, Action<EntityTypeBuilder>? more = null)
        => model.Entity("Child", e =>
        {
            e.Property<int>("Id");
            e.Property<int>("ThingId");
            e.HasOne("Thing", null).WithMany().HasForeignKey("ThingId");
            more?.Invoke(e);
        });

    private static void Animals(ModelBuilder model, Action<EntityTypeBuilder<Animal>> mapping)
    {
        model.Entity<Animal>(e =>
        {
            e.Property(a => a.Id).ValueGeneratedNever();
            e.HasData(new Animal { Id = 1, Name = "Bird" });
            mapping(e);
        });
        model.Entity<Dog>().HasData(new Dog { Id = 2, Name = "Rex", Tricks = 3 });
    }

    private static void Seeded(ModelBuilder model, byte[] key, DayOfWeek day)
        => model.Entity("B", e =>
        {
            e.Property<byte[]>("Key");
            e.Property<DayOfWeek>("Day").HasConversion<string>();
            e.Property<DayOfWeek>("Number");
            e.HasKey("Key");
            e.HasData(new { Key = key, Day = day, Number = day });
        });

    private class Animal
    {
        public int Id { get; set; }

        public string? Name { get; set; }
    }

    private sealed class Dog : Animal
    {
        public int Tricks { get; set; }
    }
}

/// <summary>A model before and after a change.</summary>
internal sealed record ModelChange(string Name, Action<ModelBuilder> Before, Action<ModelBuilder> After);
