using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using static DbMigrate.Engine.Tests.Judge.MappingModel;
using static DbMigrate.Engine.Tests.Judge.Start;

namespace DbMigrate.Engine.Tests.Judge;

/// <summary>Classes and tables that are not one to one. Conversions of hierarchies copy rows, which EF does not, and are tested elsewhere.</summary>
internal static class MappingCases
{
    public static IReadOnlyList<JudgeCase> All { get; } =
    [
        Case("mapping: owned, in the owner's table", b => Orders(b), b => Orders(b, e => e.OwnsOne(o => o.Ship), nameof(Order.Ship))),
        Case("mapping: owned, in a table of its own", b => Orders(b), b => Orders(b, e => e.OwnsOne(o => o.Ship, a => a.ToTable("Addresses")), nameof(Order.Ship))),
        Case("mapping: owned, many", b => Orders(b), b => Orders(b, e => e.OwnsMany(o => o.Lines), nameof(Order.Lines))),
        Case("mapping: owned, as JSON", b => Orders(b), b => Orders(b, e => { e.OwnsOne(o => o.Ship).ToJson(); e.OwnsMany(o => o.Lines).ToJson(); }, nameof(Order.Ship), nameof(Order.Lines))),
        Case("mapping: a complex type", b => Orders(b), b => Orders(b, e => e.ComplexProperty(o => o.Ship).IsRequired(), nameof(Order.Ship))),
        Case("mapping: two entities share a table", b => Orders(b), b =>
        {
            Orders(b, e => e.HasOne(o => o.Detail).WithOne(d => d.Order).HasForeignKey<Detail>(d => d.Id), nameof(Order.Detail));
            b.Entity<Order>().ToTable("Orders");
            b.Entity<Detail>().ToTable("Orders");
        }),
        Case("mapping: an entity is split over tables", b => Orders(b), b => Orders(b, e => e.SplitToTable("OrderNotes", t => t.Property(o => o.Note)))),
        Case("mapping: many to many", b => Thing(b), b => { Thing(b); Join(b); }),
        Case("mapping: TPH", Nothing, b => Animals(b, _ => { })),
        Case("mapping: TPH, a class more", b => { b.Entity<Animal>(); b.Entity<Dog>(); }, b => Animals(b, _ => { })),
        Case("mapping: TPT", Nothing, b => Animals(b, e => e.UseTptMappingStrategy())),
        Case("mapping: TPT, a class more", b => { b.Entity<Animal>().UseTptMappingStrategy(); b.Entity<Dog>(); }, b => Animals(b, e => e.UseTptMappingStrategy())),
        Case("mapping: TPC", Nothing, b => Animals(b, e => { e.UseTpcMappingStrategy(); e.Property(a => a.Id).ValueGeneratedNever(); })),
        Case("mapping: the class renamed, the table not", b => b.Entity("Old", e => { e.ToTable("T"); e.Property<int>("Id"); }), b => b.Entity("New", e => { e.ToTable("T"); e.Property<int>("Id"); })),
    ];

    private static void Orders(ModelBuilder model, Action<EntityTypeBuilder<Order>>? mapping = null, params string[] mapped)
        => model.Entity<Order>(e =>
        {
            e.ToTable("Orders");
            foreach (var member in new[] { nameof(Order.Ship), nameof(Order.Lines), nameof(Order.Detail) }.Except(mapped))
                e.Ignore(member);
            mapping?.Invoke(e);
        });

    private static void Join(ModelBuilder model)
        => model.Entity("Join", e =>
        {
            e.Property<int>("LeftId");
            e.Property<int>("RightId");
            e.HasKey("LeftId", "RightId");
            e.HasOne("Thing", null).WithMany().HasForeignKey("LeftId");
            e.HasOne("Thing", null).WithMany().HasForeignKey("RightId");
        });

    private static void Animals(ModelBuilder model, Action<EntityTypeBuilder<Animal>> mapping)
    {
        model.Entity<Animal>(mapping);
        model.Entity<Dog>();
        model.Entity<Cat>();
    }
}
