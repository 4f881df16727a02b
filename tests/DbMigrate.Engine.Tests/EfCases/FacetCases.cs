using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore;
using static DbMigrate.Engine.Tests.EfCases.Models;

namespace DbMigrate.Engine.Tests.EfCases;

/// <summary>Cases 36 to 38: computed columns, comments, collations.</summary>
internal static class FacetCases
{
    public static IReadOnlyList<ModelCase> All { get; } =
    [
        new("36 make computed", Db(T(e => { e.Int("A"); e.Number("S"); })), Sum("\"A\" + 1"), "AlterColumn T.S !") { Then = [new("SELECT \"A\", \"S\" FROM \"T\"", "1|2", "2|3", "3|4")] },
        new("36 change what is computed", Sum("\"A\" + 1"), Sum("\"A\" * 2"), "AlterColumn T.S") { Then = [new("SELECT \"S\" FROM \"T\"", "2", "4", "6")] },
        new("36 change what is computed under an index", Sum("\"A\" + 1", index: true), Sum("\"A\" * 2", index: true), "AlterColumn T.S") { Then = [new("SELECT \"S\" FROM \"T\"", "2", "4", "6")] },
        new("36 store", Sum("\"A\" + 1", index: true, stored: false), Sum("\"A\" + 1", index: true), "AlterColumn T.S") { On = Databases.Sqlite },
        new("36 make ordinary", Sum("\"A\" + 1"), Db(T(e => { e.Int("A"); e.Number("S"); })), "AlterColumn T.S")
        {
            Then = [new("SELECT \"A\", \"S\" FROM \"T\"", "1|2", "2|3", "3|4")],
            Deviation = "Values that were computed stay; EF drops and adds the column on most databases.",
        },
        new("37 add comments", Db(T(e => e.Text("A"))), Db(T(e => { e.Says("table"); e.Text("A").HasComment("column"); })), "AlterTable T", "AlterColumn T.A"),
        new("37 change comments", Db(T(e => { e.Says("table"); e.Text("A").HasComment("column"); })), Db(T(e => { e.Says("It's\nthe table"); e.Text("A").HasComment("x"); })), "AlterTable T", "AlterColumn T.A"),
        new("37 remove comments", Db(T(e => { e.Says("table"); e.Text("A").HasComment("column"); })), Db(T(e => e.Text("A"))), "AlterTable T", "AlterColumn T.A"),
        new("37 other line ends are no change", Lines("\r\n"), Lines("\n")),
        new("37 other line ends are no change either way", Lines("\n"), Lines("\r\n")),
        new("38 set a collation", Db(T(e => e.Text("A"))), Db(T(e => e.Text("A").UseCollation("C"))), "AlterColumn T.A") { On = Databases.Postgres },
        new("38 set a collation on SQLite", Db(T(e => e.Text("A"))), Db(T(e => e.Text("A").UseCollation("NOCASE"))), "AlterColumn T.A") { On = Databases.Sqlite },
        new("38 reset a collation", Db(T(e => e.Text("A").UseCollation("C"))), Db(T(e => e.Text("A"))), "AlterColumn T.A") { On = Databases.Postgres },
        new("38 reset a collation on SQLite", Db(T(e => e.Text("A").UseCollation("NOCASE"))), Db(T(e => e.Text("A"))), "AlterColumn T.A") { On = Databases.Sqlite },
        new("38 a database without a collation of its own", Db(T(e => e.Text("A"))), Db(T(e => e.Text("A"))).And(m => m.UseCollation("NOCASE"))) { On = Databases.Sqlite },
    ];

    private static Action<ModelBuilder> Sum(string sql, bool index = false, bool stored = true) => Db(T(e =>
    {
        e.Int("A");
        e.Number("S").HasComputedColumnSql(sql, stored);
        if (index)
            e.HasIndex("S");
    }));

    private static Action<ModelBuilder> Lines(string end) => Db(T(e =>
    {
        e.Says($"one{end}two");
        e.Text("A").HasComment($"three{end}four");
        e.Number("B").HasDefaultValueSql($"1{end}+ 2");
        e.Number("C").HasComputedColumnSql($"\"B\"{end}+ 2", stored: true);
        e.HasIndex("A").HasFilter($"\"A\"{end}<> ''");
        e.Check("CK", $"\"B\"{end}> 0");
    }));
}
