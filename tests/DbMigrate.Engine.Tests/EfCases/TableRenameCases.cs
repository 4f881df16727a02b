using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using static DbMigrate.Engine.Tests.EfCases.Models;

namespace DbMigrate.Engine.Tests.EfCases;

/// <summary>Cases 14 to 19: tables with another name or schema.</summary>
internal static class TableRenameCases
{
    private const string Asked = "EF takes the same entity for the same table; here the answer is asked for.";

    public static IReadOnlyList<ModelCase> All { get; } =
    [
        new("14 rename", Db(T("People", e => { e.Text("Name"); e.HasIndex("Name"); })), Db(T("People", e => { e.ToTable("Persons"); e.Text("Name"); e.HasIndex("Name"); })),
            "DropPrimaryKey PK_People", "RenameTable People Persons", "RenameIndex IX_People_Name IX_Persons_Name", "AddPrimaryKey PK_Persons")
        {
            Decisions = Rename(("People", "Persons")),
            Asks = "-Rename @{ 'People' = 'Persons' }",
            Deviation = Asked,
        },
        new("15 rename, names of keys and indexes stay",
            Db(T("People", e => { e.Text("Name"); e.HasKey("Id").HasName("PK"); e.HasIndex("Name").HasDatabaseName("IX"); })),
            Db(T("People", e => { e.ToTable("Persons"); e.Text("Name"); e.HasKey("Id").HasName("PK"); e.HasIndex("Name").HasDatabaseName("IX"); })),
            "RenameTable People Persons")
        {
            Decisions = Rename(("People", "Persons")),
        },
        new("16 move to a schema", Db(T(e => e.Text("A"))), Db(T(e => { e.ToTable("T", "s"); e.Text("A"); })), "EnsureSchema s", "RenameTable T s.T")
        {
            Decisions = Rename(("T", "s.T")),
            On = Databases.Postgres,
            Asks = "-Rename @{ 'T' = 's.T' }",
        },
        new("16 move to a schema that SQLite does not have", Db(T(e => e.Text("A"))), Db(T(e => { e.ToTable("T", "s"); e.Text("A"); }))) { On = Databases.Sqlite },
        new("17 another entity behind the table", Db(T("A", e => e.ToTable("T"))), Db(T("B", e => e.ToTable("T").HasKey("Id").HasName("PK_T")))),
        new("18 nothing joins the two",
            Db(T("P"), T("Q"), T("Old", e => { e.Int("PId"); e.Int("QId"); e.Refers("PId", "P"); e.Refers("QId", "Q"); })),
            Db(T("P"), T("Q"), T("New", e => { e.Int("PId"); e.Int("QId"); e.Refers("PId", "P"); e.Refers("QId", "Q"); })),
            "DropTable Old", "CreateTable New -> P, Q", "CreateIndex IX_New_PId", "CreateIndex IX_New_QId"),
        Around("add a column", e => { }, e => e.Text("Added"), "RenameTable T U", "AddColumn U.Added"),
        Around("add a foreign key", e => e.Int("PId"), e => { e.Int("PId"); e.Refers("PId", "P"); }, "RenameTable T U", "CreateIndex IX_U_PId", "AddForeignKey FK_U_P_PId"),
        Around("add a unique constraint", e => e.Text("Code").IsRequired(), e => { e.Text("Code").IsRequired(); e.HasAlternateKey("Code"); }, "RenameTable T U", "AddUnique AK_U_Code"),
        Around("create an index", e => e.Text("Code"), e => { e.Text("Code"); e.HasIndex("Code"); }, "RenameTable T U", "CreateIndex IX_U_Code"),
        Around("alter a column", e => e.Text("Code").IsRequired(), e => e.Text("Code"), "RenameTable T U", "AlterColumn U.Code"),
        Around("rename a column", e => e.Text("Code"), e => e.Text("Code").HasColumnName("Sign"), "RenameTable T U", "RenameColumn U.Code Sign") with { Decisions = Rename(("T", "U"), ("T.Code", "Sign")) },
        Around("rename an index", e => { e.Text("Code"); e.HasIndex(["Code"], "X"); }, e => { e.Text("Code"); e.HasIndex(["Code"], "Y"); }, "RenameTable T U", "RenameIndex X Y"),
        Around("drop a column", e => e.Text("Gone"), e => { }, "DropColumn T.Gone", "RenameTable T U"),
        Around("drop a foreign key", e => { e.Int("PId"); e.Refers("PId", "P"); }, e => e.Int("PId"), "DropForeignKey FK_T_P_PId", "DropIndex IX_T_PId", "RenameTable T U"),
        Around("drop a unique constraint", e => { e.Text("Code").IsRequired(); e.HasAlternateKey("Code"); }, e => e.Text("Code").IsRequired(), "DropUnique AK_T_Code", "RenameTable T U"),
        Around("drop an index", e => { e.Text("Code"); e.HasIndex("Code"); }, e => e.Text("Code"), "DropIndex IX_T_Code", "RenameTable T U"),
        new("19 move to a schema and add a column", Db(T(e => e.Text("A"))), Db(T(e => { e.ToTable("U", "s"); e.HasKey("Id").HasName("PK_T"); e.Text("A"); e.Text("B"); })), "EnsureSchema s", "RenameTable T s.U", "AddColumn U.B")
        {
            Decisions = Rename(("T", "s.U")),
            On = Databases.Postgres,
        },
    ];

    // The key keeps its name, so that nothing but the change stands around the rename.
    private static ModelCase Around(string what, Action<EntityTypeBuilder> before, Action<EntityTypeBuilder> after, params string[] operations)
        => new(
            "19 rename and " + what,
            Db(T("P"), T(e => { e.HasKey("Id").HasName("PK"); before(e); })),
            Db(T("P"), T(e => { e.ToTable("U"); e.HasKey("Id").HasName("PK"); after(e); })),
            operations)
        { Decisions = Rename(("T", "U")) };
}
