using System.Collections.Generic;
using Microsoft.EntityFrameworkCore;
using static DbMigrate.Engine.Tests.EfCases.Models;

namespace DbMigrate.Engine.Tests.EfCases;

/// <summary>Cases 20 to 27: columns with another name.</summary>
internal static class ColumnRenameCases
{
    private const string Asked = "EF takes the same property, or the same structure, for the same column; here the answer is asked for.";

    public static IReadOnlyList<ModelCase> All { get; } =
    [
        new("20 rename", Db(T(e => e.Text("A"))), Db(T(e => e.Text("A").HasColumnName("B"))), "RenameColumn T.A B")
        {
            Decisions = Rename(("T.A", "B")),
            Asks = "-Rename @{ 'T.A' = 'B' }",
            Deviation = Asked,
        },
        new("21 another property behind the column", Db(T(e => e.Text("A"))), Db(T(e => e.Text("P").HasColumnName("A")))),
        new("22 nothing but the structure joins the two", Db(T(e => e.Text("A"))), Db(T(e => e.Text("B"))), "DropColumn T.A", "AddColumn T.B")
        {
            Deviation = "EF renames by structure alone, and puts the values of one column into an unrelated one.",
        },
        new("22 somebody says that it is renamed", Db(T(e => e.Text("A"))), Db(T(e => e.Text("B"))), "RenameColumn T.A B") { Decisions = Rename(("T.A", "B")) },
        new("23 the index follows", Db(T(e => { e.Text("A"); e.HasIndex("A"); })), Db(T(e => { e.Text("A").HasColumnName("B"); e.HasIndex("A"); })),
            "RenameColumn T.A B", "RenameIndex IX_T_A IX_T_B")
        {
            Decisions = Rename(("T.A", "B")),
        },
        new("24 the alternate key follows", Db(T(e => { e.Text("A").IsRequired(); e.HasAlternateKey("A"); })), Db(T(e => { e.Text("A").IsRequired().HasColumnName("B"); e.HasAlternateKey("A"); })),
            "DropUnique AK_T_A", "RenameColumn T.A B", "AddUnique AK_T_B")
        {
            Decisions = Rename(("T.A", "B")),
        },
        new("24 the primary key follows", Db(Keyed("T", "A")), Db(Bare("T", e => { e.Int("A").ValueGeneratedNever().HasColumnName("B"); e.HasKey("A"); })), "RenameColumn T.A B")
        {
            Decisions = Rename(("T.A", "B")),
        },
        new("24 the foreign key follows", Db(T("P"), T(e => { e.Int("A"); e.Refers("A", "P"); })), Db(T("P"), T(e => { e.Int("A").HasColumnName("B"); e.Refers("A", "P"); })),
            "DropForeignKey FK_T_P_A", "RenameColumn T.A B", "RenameIndex IX_T_A IX_T_B", "AddForeignKey FK_T_P_B")
        {
            Decisions = Rename(("T.A", "B")),
        },
        new("24 a foreign key refers to the column",
            Db(Keyed("P", "A"), T(e => { e.Int("PId"); e.Refers("PId", "P"); })),
            Db(Bare("P", e => { e.Int("A").ValueGeneratedNever().HasColumnName("B"); e.HasKey("A"); }), T(e => { e.Int("PId"); e.Refers("PId", "P"); })),
            "RenameColumn P.A B")
        {
            Decisions = Rename(("P.A", "B")),
        },
        new("25 rename and alter", Db(T(e => e.Text("A"))), Db(T(e => e.Text("A").HasColumnName("B").HasDefaultValue("x"))), "RenameColumn T.A B", "AlterColumn T.B")
        {
            Decisions = Rename(("T.A", "B")),
        },
        new("26 rename in a derived class beside an addition to its base",
            m => m.Entity<Derived>().HasBaseType<Base>().Property<int?>("Old"),
            m =>
            {
                m.Entity<Base>().Property<int?>("Added");
                m.Entity<Derived>().HasBaseType<Base>().Property<int?>("New");
            },
            "RenameColumn Base.Old New", "AddColumn Base.Added")
        {
            Decisions = Rename(("Base.Old", "New")),
        },
        new("27 properties move into an owned type",
            m => m.Entity<Owner>(e =>
            {
                e.Ignore(o => o.Home);
                e.Property<string>("Street");
                e.Property<string>("City");
            }),
            m => m.Entity<Owner>().OwnsOne(o => o.Home),
            "RenameColumn Owner.City Home_City", "RenameColumn Owner.Street Home_Street")
        {
            Decisions = Rename(("Owner.Street", "Home_Street"), ("Owner.City", "Home_City")),
            Asks = "'Owner.Street' = 'Home_Street'",
            Deviation = Asked,
        },
    ];

    private class Base
    {
        public int Id { get; set; }
    }

    private sealed class Derived : Base;

    private sealed class Owner
    {
        public int Id { get; set; }

        public Address? Home { get; set; }
    }

    private sealed class Address
    {
        public string? Street { get; set; }

        public string? City { get; set; }
    }
}
