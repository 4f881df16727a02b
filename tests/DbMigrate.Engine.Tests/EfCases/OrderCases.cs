using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore;
using static DbMigrate.Engine.Tests.EfCases.Models;

namespace DbMigrate.Engine.Tests.EfCases;

/// <summary>Cases 58 and 59: several revisions as one batch, and the order of what depends on each other.</summary>
internal static class OrderCases
{
    private static readonly Action<ModelBuilder> Old = Db(T(e => e.Text("Old")));

    public static IReadOnlyList<ModelCase> All { get; } =
    [
        new("58 drop and create again", Old, Db(T(e => e.Text("New"))), "DropTable T", "CreateTable T") { Via = [Db()] },
        new("58 create and drop", Db(), Db(), "CreateTable T", "DropTable T") { Via = [Old] },
        new("58 rename and create in its place", Old, Db(T("U", e => { e.Text("Old"); e.HasKey("Id").HasName("PK_T"); }), T("T", e => { e.Text("New"); e.HasKey("Id").HasName("PK"); })), "RenameTable T U", "CreateTable T")
        {
            Via = [Db(T("U", e => { e.Text("Old"); e.HasKey("Id").HasName("PK_T"); }))],
            Decisions = Rename(("T", "U")),
            DecidedAt = 0,
            Then = [new("SELECT \"Old\" FROM \"U\" ORDER BY 1", "k1", "k2", "k3"), new("SELECT count(*) FROM \"T\"", "0")],
            Insert = ["INSERT INTO \"T\" (\"Id\", \"Old\") VALUES (1, 'k1'), (2, 'k2'), (3, 'k3')"],
        },
        new("58 rename and drop", Old, Db(), "RenameTable T U", "DropTable U")
        {
            Via = [Db(T("U", e => { e.Text("Old"); e.HasKey("Id").HasName("PK_T"); }))],
            Decisions = Rename(("T", "U")),
            DecidedAt = 0,
        },
        new("58 add a column, fill it by hand, make it required", Db(T(_ => { })), Db(T(e => e.Text("A").IsRequired())), "AddColumn T.A", "AlterColumn T.A fill x !")
        {
            Via = [Db(T(e => e.Text("A")))],
            Decisions = Fill(("T.A", "x")),
            DecidedAt = 1,
            Then = [new("SELECT \"A\" FROM \"T\"", "x", "x", "x")],
        },
        new("59 unique constraint after its column, foreign key after its target",
            Db(T("P"), T(_ => { })), Db(T("P", e => { e.Number("Code"); e.Int("Code").HasDefaultValueSql("-1"); e.HasAlternateKey("Code"); }), T(e => { e.Number("PCode"); e.Refers("PCode", "P").HasPrincipalKey("Code"); })),
            "AddColumn P.Code", "AddUnique AK_P_Code", "AddColumn T.PCode", "CreateIndex IX_T_PCode", "AddForeignKey FK_T_P_PCode")
        {
            Rows = 1,
        },
        new("59 index before its column, key before its column",
            Db(Bare("T", e => { e.Text("Old"); e.HasKey("Old"); e.Text("A"); e.HasIndex("A", "Old"); })), Db(T("T", e => e.Text("B"))),
            "DropIndex IX_T_A_Old", "DropPrimaryKey PK_T", "AddColumn T.Id", "AddColumn T.B", "DropColumn T.Old", "DropColumn T.A", "AddPrimaryKey PK_T")
        {
            Rows = 1,
            Deviation = "No column of the table stays, and a table without columns cannot be: they go after the new ones have come.",
        },
    ];
}
