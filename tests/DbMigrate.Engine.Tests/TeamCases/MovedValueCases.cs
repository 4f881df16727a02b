using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Tests.EfCases;
using Microsoft.EntityFrameworkCore;
using static DbMigrate.Engine.Tests.EfCases.Models;

namespace DbMigrate.Engine.Tests.TeamCases;

/// <summary>Values go from what the revision drops to what it adds: what a fill reads goes after it.</summary>
internal static class MovedValueCases
{
    private static readonly string[] People = ["INSERT INTO \"T\" (\"Id\", \"Name\") VALUES (1, 'Ann Adams'), (2, 'Bob Brown')"];

    private static readonly string[] Orders =
    [
        "INSERT INTO \"P\" (\"Id\", \"Title\") VALUES (1, 'tea'), (2, 'jam')",
        "INSERT INTO \"T\" (\"Id\", \"PId\") VALUES (1, 2), (2, 1)",
    ];

    public static IReadOnlyList<ModelCase> All { get; } =
    [
        new("a column is split", Db(T(e => { e.Text("Name").IsRequired(); e.HasIndex("Name"); })), Db(T(e => { e.Text("First").IsRequired(); e.Text("Last").IsRequired(); e.HasIndex("Last", "First"); })),
            "DropIndex IX_T_Name", "AddColumn T.First fill substr(\"Name\", 1, 3)", "AddColumn T.Last fill substr(\"Name\", 5)", "DropColumn T.Name", "CreateIndex IX_T_Last_First")
        {
            Decisions = FillSql(("T.First", "substr(\"Name\", 1, 3)"), ("T.Last", "substr(\"Name\", 5)")),
            Insert = People,
            Then = [new("SELECT \"First\", \"Last\" FROM \"T\" ORDER BY \"Id\"", "Ann|Adams", "Bob|Brown")],
        },
        new("what becomes required is filled from a column that goes", Db(T(e => { e.Text("Name").IsRequired(); e.Text("Nick"); })), Db(T(e => e.Text("Nick").IsRequired())),
            "AlterColumn T.Nick fill substr(\"Name\", 1, 3) !", "DropColumn T.Name")
        {
            Decisions = FillSql(("T.Nick", "substr(\"Name\", 1, 3)")),
            Insert = People,
            Then = [new("SELECT \"Nick\" FROM \"T\" ORDER BY \"Id\"", "Ann", "Bob")],
        },
        new("a fill reads a computed column that goes with its source", Db(T(e => { e.Text("Name").IsRequired(); e.Text("Low").HasComputedColumnSql("lower(\"Name\")", stored: true); })), Db(T(e => e.Text("Slug").IsRequired())),
            "AddColumn T.Slug fill \"Low\"", "DropColumn T.Low", "DropColumn T.Name")
        {
            Decisions = FillSql(("T.Slug", "\"Low\"")),
            Insert = People,
            Then = [new("SELECT \"Slug\" FROM \"T\" ORDER BY \"Id\"", "ann adams", "bob brown")],
        },
        new("a column moves to the table that refers to it", Db(T("P", e => e.Text("Title").IsRequired()), T(e => { e.Int("PId"); e.Refers("PId", "P"); })), Db(T("P"), T(e => { e.Int("PId"); e.Refers("PId", "P"); e.Text("Title").IsRequired(); })),
            "AddColumn T.Title fill (SELECT p.\"Title\" FROM \"P\" p WHERE p.\"Id\" = \"PId\")", "DropColumn P.Title")
        {
            Decisions = FillSql(("T.Title", "(SELECT p.\"Title\" FROM \"P\" p WHERE p.\"Id\" = \"PId\")")),
            Insert = Orders,
            Then = [new("SELECT \"Title\" FROM \"T\" ORDER BY \"Id\"", "jam", "tea")],
        },
        new("a column moves away from a table that changes", Db(T("P", e => { e.Text("Title").IsRequired(); e.Text("Code"); e.HasIndex("Title"); }), T(e => { e.Int("PId"); e.Refers("PId", "P"); })), Db(T("P", e => e.Text("Code").HasDefaultValue("x")), T(e => { e.Int("PId"); e.Refers("PId", "P"); e.Text("Title").IsRequired(); })),
            "DropIndex IX_P_Title", "AlterColumn P.Code", "AddColumn T.Title fill (SELECT p.\"Title\" FROM \"P\" p WHERE p.\"Id\" = \"PId\")", "DropColumn P.Title")
        {
            Decisions = FillSql(("T.Title", "(SELECT p.\"Title\" FROM \"P\" p WHERE p.\"Id\" = \"PId\")")),
            Insert = Orders,
            Then = [new("SELECT \"Title\" FROM \"T\" ORDER BY \"Id\"", "jam", "tea")],
        },
        new("a table is taken into the one that refers to it", Db(T("P", e => e.Text("Title").IsRequired()), T(e => { e.Number("PId"); e.Refers("PId", "P"); })), Db(T(e => e.Text("Title").IsRequired())),
            "DropForeignKey FK_T_P_PId", "DropIndex IX_T_PId", "AddColumn T.Title fill (SELECT p.\"Title\" FROM \"P\" p WHERE p.\"Id\" = \"PId\")", "DropColumn T.PId", "DropTable P")
        {
            Decisions = FillSql(("T.Title", "(SELECT p.\"Title\" FROM \"P\" p WHERE p.\"Id\" = \"PId\")")),
            Insert = Orders,
            Then = [new("SELECT \"Title\" FROM \"T\" ORDER BY \"Id\"", "jam", "tea")],
        },
        new("a new table takes the names of keys and indexes of one that goes late",
            Db(T("P", e => { e.Text("Title").IsRequired(); e.HasIndex("Title").HasDatabaseName("IX_Title"); }), T(e => { e.Number("PId"); e.Refers("PId", "P"); })),
            Db(T(e => e.Text("Title").IsRequired()), Keyed("N", "Nr", e => { e.HasKey("Nr").HasName("PK_P"); e.Int("X"); e.HasIndex("X").HasDatabaseName("IX_Title"); })),
            "DropForeignKey FK_T_P_PId", "DropIndex IX_T_PId", "AddColumn T.Title fill (SELECT p.\"Title\" FROM \"P\" p WHERE p.\"Id\" = \"PId\")", "DropColumn T.PId", "DropTable P", "CreateTable N", "CreateIndex IX_Title")
        {
            Decisions = FillSql(("T.Title", "(SELECT p.\"Title\" FROM \"P\" p WHERE p.\"Id\" = \"PId\")")) with { Renames = [new("P", null)] },
            Insert = Orders,
            Then = [new("SELECT \"Title\" FROM \"T\" ORDER BY \"Id\"", "jam", "tea")],
        },
        new("a fill reads a table that goes, to which another one that goes refers",
            Db(T("P", e => e.Text("Title").IsRequired()), T("Q", e => { e.Int("PId"); e.Refers("PId", "P"); e.Int("TId"); e.Refers("TId", "T"); }), T(_ => { })),
            Db(T(e => e.Int("Count").IsRequired())),
            "DropForeignKey FK_Q_P_PId", "DropForeignKey FK_Q_T_TId", "DropTable P", "AddColumn T.Count fill (SELECT count(*) FROM \"Q\" q WHERE q.\"TId\" = \"T\".\"Id\")", "DropTable Q")
        {
            Decisions = FillSql(("T.Count", "(SELECT count(*) FROM \"Q\" q WHERE q.\"TId\" = \"T\".\"Id\")")),
            Insert = ["INSERT INTO \"P\" (\"Id\", \"Title\") VALUES (1, 'tea')", "INSERT INTO \"T\" (\"Id\") VALUES (1), (2)", "INSERT INTO \"Q\" (\"Id\", \"PId\", \"TId\") VALUES (1, 1, 1), (2, 1, 1)"],
            Then = [new("SELECT \"Count\" FROM \"T\" ORDER BY \"Id\"", "2", "0")],
        },
        new("a fill reads other rows of its table", Db(T(e => { e.Text("Name").IsRequired(); e.Number("Parent"); })), Db(T(e => { e.Text("Name").IsRequired(); e.Number("Parent"); e.Text("Path").IsRequired(); })),
            "AddColumn T.Path fill coalesce((SELECT p.\"Name\" || '/' FROM \"T\" p WHERE p.\"Id\" = \"T\".\"Parent\"), '') || \"Name\"")
        {
            Decisions = FillSql(("T.Path", "coalesce((SELECT p.\"Name\" || '/' FROM \"T\" p WHERE p.\"Id\" = \"T\".\"Parent\"), '') || \"Name\"")),
            Insert = ["INSERT INTO \"T\" (\"Id\", \"Name\", \"Parent\") VALUES (1, 'a', 2), (2, 'b', NULL)"],
            Then = [new("SELECT \"Path\" FROM \"T\" ORDER BY \"Id\"", "b/a", "b")],
        },
        new("a fill reads a table that goes and refers to a key that goes",
            Db(Keyed("T", "Nr", e => e.Int("Id")), T("Q", e => { e.Int("TNr"); e.Refers("TNr", "T"); })),
            Db(Keyed("T", "Id", e => e.Int("Count").IsRequired())),
            "DropForeignKey FK_Q_T_TNr", "DropPrimaryKey PK_T", "AddColumn T.Count fill (SELECT count(*) FROM \"Q\" q WHERE q.\"TNr\" = \"Nr\")", "AddPrimaryKey PK_T", "DropColumn T.Nr", "DropTable Q")
        {
            Decisions = FillSql(("T.Count", "(SELECT count(*) FROM \"Q\" q WHERE q.\"TNr\" = \"Nr\")")),
            Insert = ["INSERT INTO \"T\" (\"Nr\", \"Id\") VALUES (8, 2)", "INSERT INTO \"Q\" (\"Id\", \"TNr\") VALUES (1, 8), (2, 8)"],
            Then = [new("SELECT \"Count\" FROM \"T\"", "2")],
        },
    ];

    private static DiffDecisions FillSql(params (string Column, string Sql)[] fills) => new() { Fills = [.. fills.Select(f => new FillDecision(f.Column, null, f.Sql))] };
}
