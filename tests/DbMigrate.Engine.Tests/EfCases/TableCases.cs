using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore;
using static DbMigrate.Engine.Tests.EfCases.Models;

namespace DbMigrate.Engine.Tests.EfCases;

/// <summary>Cases 1 to 13: tables that come and go.</summary>
internal static class TableCases
{
    private static readonly Action<ModelBuilder> Cycle = Db(
        T("A", e => { e.Number("BId"); e.Refers("BId", "B"); }),
        T("B", e => { e.Number("AId"); e.Refers("AId", "A"); }));

    public static IReadOnlyList<ModelCase> All { get; } =
    [
        new("1 create", Db(), Db(T(e => e.Text("Name"))), "CreateTable T")
        {
            Then = [new("SELECT sql FROM sqlite_master WHERE name = 'T'", "CREATE TABLE \"T\" (\n    \"Id\" INTEGER NOT NULL CONSTRAINT \"PK_T\" PRIMARY KEY AUTOINCREMENT,\n    \"Name\" TEXT NULL\n)") { On = Databases.Sqlite }],
        },
        new("2 create without a key", Db(), Db(Bare("T", e => { e.Int("A"); e.HasNoKey(); })), "CreateTable T"),
        new("2 drop without a key", Db(Bare("T", e => { e.Int("A"); e.HasNoKey(); })), Db(), "DropTable T"),
        new("3 create in a schema", Db(), Db(T(e => { e.ToTable("T", "s"); e.Int("A"); e.HasIndex("A"); })), "EnsureSchema s", "CreateTable s.T", "CreateIndex IX_T_A")
        {
            OnSqlite = ["CreateTable T", "CreateIndex IX_T_A"],
        },
        new("4 principal first", Db(), Db(T("Child", e => { e.Int("ParentId"); e.Refers("ParentId", "Parent"); }), T("Parent")),
            "CreateTable Parent", "CreateTable Child -> Parent", "CreateIndex IX_Child_ParentId"),
        new("4 dependent is dropped first", Db(T("Child", e => { e.Int("ParentId"); e.Refers("ParentId", "Parent"); }), T("Parent")), Db(),
            "DropTable Child", "DropTable Parent"),
        new("5 create a cycle", Db(), Cycle, "CreateTable B", "CreateTable A -> B", "CreateIndex IX_B_AId", "AddForeignKey FK_B_A_AId", "CreateIndex IX_A_BId")
        {
            Deviation = "EF cuts both foreign keys out of the tables; one is enough.",
        },
        new("6 drop a cycle", Cycle, Db(), "DropForeignKey FK_B_A_AId", "DropTable A", "DropTable B"),
        new("7 several cycles over four tables", Db(), Db(
                T("A", e => { e.Number("BId"); e.Number("CId"); e.Refers("BId", "B"); e.Refers("CId", "C"); }),
                T("B", e => { e.Number("AId"); e.Number("DId"); e.Refers("AId", "A"); e.Refers("DId", "D"); }),
                T("C", e => { e.Number("BId"); e.Number("DId"); e.Refers("BId", "B"); e.Refers("DId", "D"); }),
                T("D", e => { e.Number("AId"); e.Number("DId"); e.Refers("AId", "A"); e.Refers("DId", "D"); })),
            "CreateTable D -> D", "CreateTable B -> D", "CreateTable C -> B, D", "CreateTable A -> B, C",
            "CreateIndex IX_D_AId", "CreateIndex IX_D_DId", "AddForeignKey FK_D_A_AId",
            "CreateIndex IX_B_AId", "CreateIndex IX_B_DId", "AddForeignKey FK_B_A_AId",
            "CreateIndex IX_C_BId", "CreateIndex IX_C_DId", "CreateIndex IX_A_BId", "CreateIndex IX_A_CId"),
        new("8 self reference", Db(), Db(T(e => { e.Number("UpId"); e.Refers("UpId", "T"); })), "CreateTable T -> T", "CreateIndex IX_T_UpId"),
        new("9 composite keys keep their order", Db(), Db(
                Bare("P", e => { e.Int("A"); e.Int("B"); e.HasKey("B", "A"); }),
                T(e => { e.Int("X"); e.Int("Y"); e.HasOne("P", null).WithMany().HasForeignKey("Y", "X"); })),
            "CreateTable P", "CreateTable T -> P", "CreateIndex IX_T_Y_X"),
        AllSettings("C", Databases.Postgres),
        AllSettings("NOCASE", Databases.Sqlite),
        new("11 computed columns in their order", Db(), Db(T(e =>
            {
                e.Int("Sum").HasColumnOrder(3).HasComputedColumnSql("\"X\" + \"Y\"", stored: true);
                e.Int("Y").HasColumnOrder(2);
                e.Int("X").HasColumnOrder(1);
            })), "CreateTable T")
        {
            Then =
            [
                new("SELECT name FROM pragma_table_xinfo('T') ORDER BY cid", "X", "Y", "Sum", "Id") { On = Databases.Sqlite },
                new("SELECT column_name FROM information_schema.columns WHERE table_name = 'T' ORDER BY ordinal_position", "X", "Y", "Sum", "Id") { On = Databases.Postgres },
            ],
        },
        new("11 virtual computed column", Db(), Db(T(e => { e.Int("X"); e.Int("Twice").HasComputedColumnSql("\"X\" * 2", stored: false); })), "CreateTable T") { On = Databases.Sqlite },
        new("12 comments of several lines", Db(), Db(T(e => { e.Says("one\r\ntwo"); e.Text("A").HasComment("three\nfour"); })), "CreateTable T")
        {
            Then =
            [
                new("SELECT obj_description('\"T\"'::regclass), col_description('\"T\"'::regclass, 2)", "one\ntwo|three\nfour") { On = Databases.Postgres },
                new("SELECT sql LIKE '%-- one%-- two%-- three%-- four%' FROM sqlite_master WHERE name = 'T'", "1") { On = Databases.Sqlite },
            ],
        },
        new("13 one name in two schemas", Db(), Db(
                T("T1", e => e.ToTable("T", "a")),
                T("T2", e => { e.ToTable("T", "b"); e.Property<int>("Id").ValueGeneratedNever(); e.HasOne("T1", null).WithOne().HasForeignKey("T2", "Id"); })),
            "EnsureSchema a", "EnsureSchema b", "CreateTable a.T", "CreateTable b.T -> T") { On = Databases.Postgres },
    ];

    private static ModelCase AllSettings(string collation, Databases on)
        => new("10 all settings of " + on, Db(), Db(
                T("P", e => e.Says("Those who are referred to")),
                T(e =>
                {
                    e.HasKey("Id").HasName("PK of T");
                    e.Text("Name").IsRequired().HasMaxLength(30).HasComment("What it is called").UseCollation(collation);
                    e.Int("PId");
                    e.HasAlternateKey("Name");
                    e.Refers("PId", "P").HasConstraintName("To P").OnDelete(DeleteBehavior.Restrict);
                    e.ToTable(t => t.HasComment("It's a table").HasCheckConstraint("CK_T", "\"PId\" > 0"));
                })),
            "CreateTable P", "CreateTable T -> P", "CreateIndex IX_T_PId")
        {
            On = on,
        };
}
