using System;
using System.Collections.Generic;
using DbMigrate.Engine.Tests.EfCases;
using Microsoft.EntityFrameworkCore;
using static DbMigrate.Engine.Tests.EfCases.Models;

namespace DbMigrate.Engine.Tests.TeamCases;

/// <summary>Seeded rows hand values on to each other, or change together with what limits them.</summary>
internal static class SeedTradeCases
{
    public static IReadOnlyList<ModelCase> All { get; } =
    [
        Seeded("two rows change places in a unique order", Db(Ranked(1, 2)), Db(Ranked(2, 1)),
            ["DropIndex IX_P_Rank", "UpdateData P (Id=1): (Rank=2)", "UpdateData P (Id=2): (Rank=1)", "CreateIndex IX_P_Rank"],
            new Found("SELECT \"Id\", \"Rank\" FROM \"P\" ORDER BY \"Id\"", "1|2", "2|1")),
        Seeded("a row comes first in a unique order", Db(Ranked(1, 2)), Db(Ranked(2, 3, 1)),
            ["DropIndex IX_P_Rank", "UpdateData P (Id=1): (Rank=2)", "UpdateData P (Id=2): (Rank=3)", "InsertData P (Id=3, Rank=1)", "CreateIndex IX_P_Rank"],
            new Found("SELECT \"Id\", \"Rank\" FROM \"P\" ORDER BY \"Id\"", "1|2", "2|3", "3|1")),
        Seeded("the last row of a unique order moves on", Db(Ranked(1, 2)), Db(Ranked(1, 3)),
            ["UpdateData P (Id=2): (Rank=3)"]),
        Seeded("a row takes the value of one that goes", Db(Ranked(1, 2)), Db(Ranked(2)),
            ["DeleteData P (Id=2)", "UpdateData P (Id=1): (Rank=2)"]),
        Seeded("a row takes the place of one that is referred to", Db(Coded((1, "a")), Child(1)), Db(Coded((2, "a")), Child(2)),
            ["DropIndex IX_P_Code", "InsertData P (Id=2, Code=a)", "UpdateData C (Id=1): (PId=2)", "DeleteData P (Id=1)", "CreateIndex IX_P_Code"],
            new Found("SELECT \"PId\" FROM \"C\"", "2")),
        Seeded("an alternate key has another value, and what refers to it too", Db(Named((1, "a")), ChildOf("a")), Db(Named((1, "b")), ChildOf("b")),
            ["DropForeignKey FK_C_P_PCode", "UpdateData P (Id=1): (Code=b)", "UpdateData C (Id=1): (PCode=b)", "AddForeignKey FK_C_P_PCode"],
            new Found("SELECT \"PCode\" FROM \"C\"", "b")),
        Seeded("alternate keys change places under what refers to them", Db(Named((1, "a"), (2, "b")), ChildOf("a")), Db(Named((1, "b"), (2, "a")), ChildOf("a")),
            ["DropForeignKey FK_C_P_PCode", "DropUnique AK_P_Code", "UpdateData P (Id=1): (Code=b)", "UpdateData P (Id=2): (Code=a)", "AddUnique AK_P_Code", "AddForeignKey FK_C_P_PCode"],
            new Found("SELECT p.\"Id\" FROM \"C\" c JOIN \"P\" p ON p.\"Code\" = c.\"PCode\"", "2")),
        Seeded("an alternate key that nothing refers to has another value", Db(Named((1, "a"), (2, "b")), ChildOf("a")), Db(Named((1, "a"), (2, "c")), ChildOf("a")),
            ["UpdateData P (Id=2): (Code=c)"]),
        Seeded("a text and its column get shorter", Db(Limited(20, (1, "rather long"))), Db(Limited(5, (1, "short"))),
            ["UpdateData P (Id=1): (Code=short)", "AlterColumn P.Code !"],
            new Found("SELECT \"Code\" FROM \"P\"", "short")) with { OnSqlite = ["UpdateData P (Id=1): (Code=short)"] },
        Seeded("a row goes with a text that its column does not hold any more, while another refers to it", Db(Limited(20, (1, "rather long"), (2, "short")), Child(1)), Db(Limited(5, (2, "short")), Child(2)),
            ["DropForeignKey FK_C_P_PId", "DeleteData P (Id=1)", "AlterColumn P.Code !", "UpdateData C (Id=1): (PId=2)", "AddForeignKey FK_C_P_PId"],
            new Found("SELECT \"PId\" FROM \"C\"", "2")) with { OnSqlite = ["UpdateData C (Id=1): (PId=2)", "DeleteData P (Id=1)"] },
        Seeded("one check gives way to another", Db(Checked("\"Rank\" < 10", 1)), Db(Checked("\"Rank\" > 10", 20)),
            ["DropCheck CK_P", "UpdateData P (Id=1): (Rank=20)", "AddCheck CK_P"]),
    ];

    private static ModelCase Seeded(string name, Action<ModelBuilder> a, Action<ModelBuilder> b, string[] operations, params Found[] then)
        => new(name, a, b, operations) { Insert = [], Then = then };

    // Rows are numbered by their places in the list.
    private static TablePart Ranked(params int[] ranks) => Keyed("P", "Id", e =>
    {
        e.Int("Rank");
        e.HasIndex("Rank").IsUnique();
        for (var i = 0; i < ranks.Length; i++)
            e.HasData(new { Id = i + 1, Rank = ranks[i] });
    });

    private static TablePart Coded(params (int Id, string Code)[] rows) => Keyed("P", "Id", e =>
    {
        e.Text("Code").IsRequired();
        e.HasIndex("Code").IsUnique();
        foreach (var (id, code) in rows)
            e.HasData(new { Id = id, Code = code });
    });

    private static TablePart Child(int parent) => Keyed("C", "Id", e =>
    {
        e.Int("PId");
        e.Refers("PId", "P");
        e.HasData(new { Id = 1, PId = parent });
    });

    private static TablePart Named(params (int Id, string Code)[] rows) => Keyed("P", "Id", e =>
    {
        e.Text("Code").IsRequired();
        e.HasAlternateKey("Code");
        foreach (var (id, code) in rows)
            e.HasData(new { Id = id, Code = code });
    });

    private static TablePart ChildOf(string code) => Keyed("C", "Id", e =>
    {
        e.Text("PCode").IsRequired();
        e.HasOne("P", null).WithMany().HasForeignKey("PCode").HasPrincipalKey("Code");
        e.HasData(new { Id = 1, PCode = code });
    });

    private static TablePart Limited(int length, params (int Id, string Code)[] rows) => Keyed("P", "Id", e =>
    {
        e.Text("Code").HasMaxLength(length);
        foreach (var (id, code) in rows)
            e.HasData(new { Id = id, Code = code });
    });

    private static TablePart Checked(string sql, int rank) => Keyed("P", "Id", e =>
    {
        e.Int("Rank");
        e.Check("CK_P", sql);
        e.HasData(new { Id = 1, Rank = rank });
    });
}
