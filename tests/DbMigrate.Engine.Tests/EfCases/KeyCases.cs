using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using static DbMigrate.Engine.Tests.EfCases.Models;

namespace DbMigrate.Engine.Tests.EfCases;

/// <summary>Cases 50, 53 and 54: primary keys, unique constraints, checks.</summary>
internal static class KeyCases
{
    private static readonly Action<ModelBuilder> NoKey = Table(e => e.HasNoKey());

    public static IReadOnlyList<ModelCase> All { get; } =
    [
        new("50 add a key of a number", NoKey, Table(e => e.HasKey("A")), "AddPrimaryKey PK_T"),
        new("50 add a key of a text", NoKey, Table(e => e.HasKey("S")), "AddPrimaryKey PK_T"),
        new("50 add a key with a name", NoKey, Table(e => e.HasKey("A").HasName("PK")), "AddPrimaryKey PK"),
        new("50 add a composite key", NoKey, Table(e => e.HasKey("S", "A")), "AddPrimaryKey PK_T"),
        new("50 drop a key", Table(e => e.HasKey("A")), NoKey, "DropPrimaryKey PK_T"),
        new("50 rename a key", Table(e => e.HasKey("A")), Table(e => e.HasKey("A").HasName("PK")), "DropPrimaryKey PK_T", "AddPrimaryKey PK"),
        new("50 other columns", Table(e => e.HasKey("A")), Table(e => e.HasKey("B", "A")), "DropPrimaryKey PK_T", "AddPrimaryKey PK_T"),
        new("50 a key that others refer to gets another name",
            Db(T("P"), T(e => { e.Int("PId"); e.Refers("PId", "P"); })), Db(T("P", e => e.HasKey("Id").HasName("PK")), T(e => { e.Int("PId"); e.Refers("PId", "P"); })),
            "DropForeignKey FK_T_P_PId", "DropPrimaryKey PK_P", "AddPrimaryKey PK", "AddForeignKey FK_T_P_PId")
        {
            Deviation = "EF leaves the foreign key in the way of the key that it needs.",
        },
        new("53 add a unique constraint", Unique(), Unique("A"), "AddUnique AK_T_A"),
        new("53 add one over two columns", Unique(), Unique("A", "B"), "AddUnique AK_T_A_B"),
        new("53 drop a unique constraint", Unique("A"), Unique(), "DropUnique AK_T_A"),
        new("53 other columns", Unique("A"), Unique("B"), "DropUnique AK_T_A", "AddUnique AK_T_B"),
        new("53 rename a unique constraint", Unique("A"), Db(T(e => { e.Int("A"); e.Int("B"); e.HasAlternateKey("A").HasName("AK"); })), "DropUnique AK_T_A", "AddUnique AK"),
        new("53 a new table refers to a new alternate key",
            Db(T("P", e => e.Int("Code"))), Db(T("P", e => { e.Int("Code"); e.HasAlternateKey("Code"); }), T("New", e => { e.Int("PCode"); e.Refers("PCode", "P").HasPrincipalKey("Code"); })),
            "AddUnique AK_P_Code", "CreateTable New -> P", "CreateIndex IX_New_PCode"),
        new("54 add a check", Checked(), Checked(("CK", "\"A\" > 0")), "AddCheck CK"),
        new("54 add a check that rows break", Checked(), Checked(("CK_A", "\"A\" > 2")), "AddCheck CK_A") { Fails = "CK_A" },
        new("54 drop a check", Checked(("CK", "\"A\" > 0")), Checked(), "DropCheck CK"),
        new("54 rename a check", Checked(("CK", "\"A\" > 0")), Checked(("CK2", "\"A\" > 0")), "DropCheck CK", "AddCheck CK2"),
        new("54 change a check", Checked(("CK", "\"A\" > 0")), Checked(("CK", "\"A\" > -1")), "DropCheck CK", "AddCheck CK"),
    ];

    private static Action<ModelBuilder> Table(Action<EntityTypeBuilder> key) => Db(Bare("T", e =>
    {
        e.Int("A").ValueGeneratedNever();
        e.Int("B").ValueGeneratedNever();
        e.Text("S").IsRequired();
        key(e);
    }));

    private static Action<ModelBuilder> Unique(params string[] columns) => Db(T(e =>
    {
        e.Int("A");
        e.Int("B");
        if (columns.Length > 0)
            e.HasAlternateKey(columns);
    }));

    private static Action<ModelBuilder> Checked(params (string Name, string Sql)[] checks) => Db(T(e =>
    {
        e.Int("A");
        foreach (var (name, sql) in checks)
            e.Check(name, sql);
    }));
}
