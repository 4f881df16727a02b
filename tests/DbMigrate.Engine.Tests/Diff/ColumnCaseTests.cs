using System.Collections.Generic;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Xunit;
using static DbMigrate.Engine.Tests.Diff.Build;

namespace DbMigrate.Engine.Tests.Diff;

/// <summary>Cases 20 to 48 of the reference on EF: columns.</summary>
public sealed class ColumnCaseTests
{
    private static readonly Column Sum = Int("S").Null().Computed("\"A\" + 1");

    private static readonly Dictionary<string, DiffCase> Cases = new()
    {
        ["20 rename"] = new(Db(Auto("T", Text("A"))), Db(Auto("T", Text("B"))), "RenameColumn T.A B") { Decisions = Rename(("T.A", "B")) },
        ["21 property renamed only"] = new(Db(Auto("T", Text("A"))), Db(Auto("T", Text("A").Of("B")))),
        ["22 nothing joins them"] = new(Db(Auto("T", Text("A").Null())), Db(Auto("T", Text("B").Null())), "DropColumn T.A", "AddColumn T.B"),
        ["23 index follows"] = new(
            Db(Auto("T", Text("A")).Index("A")), Db(Auto("T", Text("B")).Index("B")), "RenameColumn T.A B", "RenameIndex IX_T_A IX_T_B")
        { Decisions = Rename(("T.A", "B")) },
        ["24 alternate key follows"] = new(
            Db(Auto("T", Text("A")).Unique("A")), Db(Auto("T", Text("B")).Unique("B")), "DropUnique AK_T_A", "RenameColumn T.A B", "AddUnique AK_T_B")
        { Decisions = Rename(("T.A", "B")) },
        ["24 primary key follows"] = new(Db(T("T", Text("A"))), Db(T("T", Text("B"))), "RenameColumn T.A B") { Decisions = Rename(("T.A", "B")) },
        ["24 foreign key follows"] = new(
            Db(Auto("P"), Auto("T", Int("A")).Refers("A", "P").Index("A")), Db(Auto("P"), Auto("T", Int("B")).Refers("B", "P").Index("B")),
            "DropForeignKey FK_T_P_A", "RenameColumn T.A B", "RenameIndex IX_T_A IX_T_B", "AddForeignKey FK_T_P_B")
        { Decisions = Rename(("T.A", "B")) },
        ["24 column referred to"] = new(
            Db(T("P", Int("A")), Auto("T", Int("PId")).Refers("PId", "P", "A")), Db(T("P", Int("B")), Auto("T", Int("PId")).Refers("PId", "P", "B")), "RenameColumn P.A B")
        { Decisions = Rename(("P.A", "B")) },
        ["25 rename and alter"] = new(
            Db(Auto("T", Text("A").Null())), Db(Auto("T", Text("B").Null().Default("'x'", "x"))), "RenameColumn T.A B", "AlterColumn T.B")
        { Decisions = Rename(("T.A", "B")) },
        ["26 rename beside an addition"] = new(
            Db(Auto("T", Text("A").Null())), Db(Auto("T", Text("B").Null(), Text("C").Null())), "RenameColumn T.A C", "AddColumn T.B")
        { Decisions = Rename(("T.A", "C")) },
        ["28 add nullable"] = new(Db(Auto("T")), Db(Auto("T", Int("A").Null())), "AddColumn T.A"),
        ["28 add required with default"] = new(Db(Auto("T")), Db(Auto("T", Int("A").Default("1 + 2"))), "AddColumn T.A"),
        ["28 add required with fill"] = new(Db(Auto("T")), Db(Auto("T", Int("A"))), "AddColumn T.A fill 7") { Decisions = Fill("T.A", "7") },
        ["28 add required with expression"] = new(Db(Auto("T", Text("B"))), Db(Auto("T", Text("B"), Text("A"))), "AddColumn T.A fill lower(B)") { Decisions = FillSql("T.A", "lower(B)") },
        ["28 fill beside a default"] = new(
            Db(Auto("T")), Db(Auto("T", Int("A").Default("1", 1))), "AddColumn T.A fill 2", "AlterColumn T.A")
        { Decisions = Fill("T.A", 2) },
        ["28 fill that is the default"] = new(Db(Auto("T")), Db(Auto("T", Int("A").Default("1", 1))), "AddColumn T.A") { Decisions = Fill("T.A", 1) },
        ["29 add with check"] = new(Db(Auto("T")), Db(Auto("T", Int("A").Null()).Check("CK", "A > 0")), "AddColumn T.A", "AddCheck CK"),
        ["32 int to long, one store type"] = new(Db(Auto("T", Int("A"))), Db(Auto("T", Int("A").As(typeof(long))))),
        ["32 type"] = new(Db(Auto("T", Int("A"))), Db(Auto("T", Text("A"))), "AlterColumn T.A !"),
        ["33 tighten with default"] = new(Db(Auto("T", Text("A").Null())), Db(Auto("T", Text("A").Default("''", ""))), "AlterColumn T.A !"),
        ["33 tighten with fill"] = new(Db(Auto("T", Text("A").Null())), Db(Auto("T", Text("A"))), "AlterColumn T.A fill x !") { Decisions = Fill("T.A", "x") },
        ["34 loosen"] = new(Db(Auto("T", Text("A"))), Db(Auto("T", Text("A").Null())), "AlterColumn T.A"),
        ["35 tighten under an index"] = new(
            Db(Auto("T", Text("A").Null(), Int("B")).Index("A", "B")), Db(Auto("T", Text("A"), Int("B")).Index("A", "B")), "AlterColumn T.A fill  !")
        { Decisions = Fill("T.A", "") },
        ["36 make computed"] = new(Db(Auto("T", Int("A"), Int("S").Null())), Db(Auto("T", Int("A"), Sum)), "AlterColumn T.S !"),
        ["36 make ordinary"] = new(Db(Auto("T", Int("A"), Sum)), Db(Auto("T", Int("A"), Int("S").Null())), "AlterColumn T.S"),
        ["36 make stored"] = new(Db(Auto("T", Int("A"), Sum).Index("S")), Db(Auto("T", Int("A"), Sum with { IsStored = true }).Index("S")), "AlterColumn T.S"),
        ["36 make ordinary and drop what it read"] = new(
            Db(Auto("T", Int("A"), Sum)), Db(Auto("T", Int("S").Null())), "AlterColumn T.S", "DropColumn T.A"),
        ["36 computed over a renamed column"] = new(
            Db(Auto("T", Int("A"), Sum)), Db(Auto("T", Int("B"), Sum with { ComputedSql = "\"B\" + 1" })), "RenameColumn T.A B")
        { Decisions = Rename(("T.A", "B")) },
        ["37 comment"] = new(Db(Auto("T", Int("A"))), Db(Auto("T", Int("A") with { Comment = "x" })), "AlterColumn T.A"),
        ["38 collation"] = new(Db(Auto("T", Text("A"))), Db(Auto("T", Text("A") with { Collation = "NOCASE" })), "AlterColumn T.A"),
        ["39 drop computed before what it reads"] = new(Db(Auto("T", Int("A"), Sum)), Db(Auto("T")), "DropColumn T.S", "DropColumn T.A"),
        ["39 what a computed column read is gone"] = new(
            Db(Auto("T", Int("A"), Int("B"), Sum).Index("S")), Db(Auto("T", Int("B"), Sum with { ComputedSql = "\"B\" + 1" }).Index("S")),
            "AlterColumn T.S", "DropColumn T.A"),
        ["39 what a computed column read through another is gone"] = new(
            Db(Auto("T", Int("A"), Int("B"), Sum, Int("S2").Null().Computed("\"S\" + 1"))), Db(Auto("T", Int("B"), Int("S2").Null().Computed("\"B\" + 1"))),
            "AlterColumn T.S2", "DropColumn T.S", "DropColumn T.A"),
        ["39 another takes the name of what a computed column read"] = new(
            Db(Auto("T", Int("A"), Int("B"), Sum).Index("S")), Db(Auto("T", Int("A"), Sum).Index("S")),
            "RenameColumn T.A A__renamed", "RenameColumn T.B A", "AlterColumn T.S", "DropColumn T.A__renamed")
        { Decisions = Rename(("T.A", null), ("T.B", "A")) },
        ["39 another takes the name of what it read through another"] = new(
            Db(Auto("T", Int("A"), Int("B"), Sum, Int("S2").Null().Computed("\"S\" + 1"))), Db(Auto("T", Int("A"), Int("S2").Null().Computed("\"A\" + 1"))),
            "RenameColumn T.A A__renamed", "RenameColumn T.B A", "AlterColumn T.S2", "DropColumn T.S", "DropColumn T.A__renamed")
        { Decisions = Rename(("T.A", null), ("T.B", "A")) },
        ["39 another takes the name of what an ordinary column was computed of"] = new(
            Db(Auto("T", Int("A"), Int("B"), Sum)), Db(Auto("T", Int("A"), Int("S").Null())),
            "RenameColumn T.A A__renamed", "RenameColumn T.B A", "AlterColumn T.S", "DropColumn T.A__renamed")
        { Decisions = Rename(("T.A", null), ("T.B", "A")) },
        ["39 a new column takes the name of what a computed column read"] = new(
            Db(Auto("T", Int("A"), Sum)), Db(Auto("T", Int("A"), Sum)),
            "RenameColumn T.A A__renamed", "AddColumn T.A fill 0", "AlterColumn T.S", "DropColumn T.A__renamed")
        { Decisions = Rename(("T.A", null)) with { Fills = Fill("T.A", "0").Fills } },
        ["39 a column has the passing name"] = new(
            Db(Auto("T", Int("A"), Int("B"), Sum, Int("a__Renamed"))), Db(Auto("T", Int("A"), Sum, Int("a__Renamed"))),
            "RenameColumn T.A A__renamed_", "RenameColumn T.B A", "AlterColumn T.S", "DropColumn T.A__renamed_")
        { Decisions = Rename(("T.A", null), ("T.B", "A")) },
        ["40 drop A, B becomes A"] = new(
            Db(Auto("T", Text("A"), Text("B"))), Db(Auto("T", Text("A"))), "DropColumn T.A", "RenameColumn T.B A")
        { Decisions = Rename(("T.A", null), ("T.B", "A")) },
        ["41 then a new B"] = new(
            Db(Auto("T", Text("A"), Text("B"))), Db(Auto("T", Text("A"), Text("B").Null())), "DropColumn T.A", "RenameColumn T.B A", "AddColumn T.B")
        { Decisions = Rename(("T.A", null), ("T.B", "A")) },
        ["42 under a unique index"] = new(
            Db(Auto("T", Text("A"), Text("B")).Having(new("IX", ["A"]) { IsUnique = true })), Db(Auto("T", Text("A")).Having(new("IX", ["A"]) { IsUnique = true })),
            "DropIndex IX", "DropColumn T.A", "RenameColumn T.B A", "CreateIndex IX")
        { Decisions = Rename(("T.A", null), ("T.B", "A")) },
        ["43 drop A, add another A"] = new(
            Db(Auto("T", Text("A"))), Db(Auto("T", Text("A").Default("'x'", "x"))), "DropColumn T.A", "AddColumn T.A")
        { Decisions = Rename(("T.A", null)) },
        ["45 drop under the old name of the table"] = new(
            Db(Auto("T", Text("A")).Key("PK", "Id")), Db(Auto("U").Key("PK", "Id")), "DropColumn T.A", "RenameTable T U")
        { Decisions = Rename(("T", "U")) },
        ["46 order of columns"] = new(Db(Auto("T", Text("A"), Text("B"))), Db(Auto("T", Text("B"), Text("A")))),
        ["47 string key replaced by a number"] = new(
            Db(T("T", Text("Code"))), Db(Auto("T", Text("Code")).Having(new("IX", ["Code"]) { IsUnique = true })),
            "DropPrimaryKey PK_T", "AddColumn T.Id", "AddPrimaryKey PK_T", "CreateIndex IX"),
        ["48 no longer autoincrement"] = new(Db(Auto("T")), Db(T("T", Int("Id"))), "AlterColumn T.Id"),
        ["names exchanged"] = new(
            Db(Auto("T", Text("A"), Int("B"))), Db(Auto("T", Int("A"), Text("B"))), "RenameColumn T.A A__renamed", "RenameColumn T.B A", "RenameColumn T.A__renamed B")
        { Decisions = Rename(("T.A", "B"), ("T.B", "A")) },
        ["a column of a renamed table, by old names"] = new(
            Db(Auto("T", Text("A")).Key("PK", "Id")), Db(Auto("U", Text("B")).Key("PK", "Id")), "RenameTable T U", "RenameColumn U.A B")
        { Decisions = Rename(("T", "U"), ("T.A", "B")) },
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Operations_lead_there_and_back(string name) => Cases[name].Run();

    [Fact]
    public void Both_sides_of_an_altered_column_are_filled()
    {
        var result = new DiffCase(
            Db(Auto("T", Text("A").Null() with { Comment = "old" })), Db(Auto("T", Int("A").Null().Default("1", 1) with { Collation = "NOCASE" })), "AlterColumn T.A !").Run();
        var alter = Assert.IsType<AlterColumnOperation>(result.Operations[0]);
        Assert.Equal(("INTEGER", typeof(int), 1, "NOCASE"), (alter.ColumnType, alter.ClrType, (int)alter.DefaultValue!, alter.Collation));
        Assert.Equal(("TEXT", typeof(string), "old", true), (alter.OldColumn.ColumnType, alter.OldColumn.ClrType, alter.OldColumn.Comment, alter.OldColumn.IsNullable));
    }

    [Fact]
    public void The_way_back_fills_with_the_defaults_of_types()
    {
        var (from, to) = (Db(Auto("T", Text("A"), Int("B"), Text("C").As(typeof(System.Guid)))), Db(Auto("T")));
        var differ = new SchemaDiffer(Model.ModelContext.Traits());
        var back = differ.Diff(to, from, differ.Diff(from, to, DiffDecisions.None).Reverse);
        Assert.Equal(["AddColumn T.A fill ", "AddColumn T.B fill 0", $"AddColumn T.C fill {System.Guid.Empty}"], System.Linq.Enumerable.Select(back.Operations, OperationText.Of));
    }
}
