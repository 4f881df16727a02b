using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;
using Xunit;
using static DbMigrate.Engine.Tests.Diff.Build;

namespace DbMigrate.Engine.Tests.Diff;

/// <summary>Cases 1 to 19, 58 of the reference on EF: tables.</summary>
public sealed class TableCaseTests
{
    private static readonly Table A = Auto("A", Int("BId").Null()).Refers("BId", "B").Index("BId");
    private static readonly Table B = Auto("B", Int("AId").Null()).Refers("AId", "A").Index("AId");

    private static readonly Dictionary<string, DiffCase> Cases = new()
    {
        ["1 create"] = new(Db(), Db(Auto("T", Text("Name").Null())), "CreateTable T"),
        ["2 create without key"] = new(Db(), Db(Auto("T").NoKey()), "CreateTable T"),
        ["2 drop"] = new(Db(Auto("T")), Db(), "DropTable T"),
        ["3 create in a schema"] = new(
            Db(), Db(Auto("T") with { Name = new("s", "T") }) with { Schemas = ["s"] }, "EnsureSchema s", "CreateTable s.T"),
        ["4 principal first"] = new(
            Db(), Db(Auto("Child", Int("ParentId")).Refers("ParentId", "Parent").Index("ParentId"), Auto("Parent")),
            "CreateTable Parent", "CreateTable Child -> Parent", "CreateIndex IX_Child_ParentId"),
        ["4 dependent dropped first"] = new(
            Db(Auto("Child", Int("ParentId")).Refers("ParentId", "Parent").Index("ParentId"), Auto("Parent")), Db(),
            "DropTable Child", "DropTable Parent"),
        ["5 create a cycle"] = new(
            Db(), Db(A, B), "CreateTable B", "CreateTable A -> B", "CreateIndex IX_B_AId", "AddForeignKey FK_B_A_AId", "CreateIndex IX_A_BId"),
        ["6 drop a cycle"] = new(Db(A, B), Db(), "DropForeignKey FK_B_A_AId", "DropTable A", "DropTable B"),
        ["8 self reference"] = new(Db(), Db(Auto("T", Int("Up").Null()).Refers("Up", "T")), "CreateTable T -> T"),
        ["13 same name in two schemas"] = new(
            Db(Auto("T") with { Name = new("a", "T") }) with { Schemas = ["a"] },
            Db(Auto("T") with { Name = new("a", "T") }, Auto("T") with { Name = new("b", "T") }) with { Schemas = ["a", "b"] },
            "EnsureSchema b", "CreateTable b.T"),
        ["14 rename"] = new(
            Db(Auto("People", Text("Name")).Index("Name")), Db(Auto("Persons", Text("Name")).Index("Name")),
            "DropPrimaryKey PK_People", "RenameTable People Persons", "RenameIndex IX_People_Name IX_Persons_Name", "AddPrimaryKey PK_Persons")
        { Decisions = Rename(("People", "Persons")) },
        ["15 rename, names kept"] = new(Db(Auto("People")), Db(Auto("Persons").Key("PK_People", "Id")), "RenameTable People Persons")
        { Decisions = Rename(("People", "Persons")) },
        ["16 move to a schema"] = new(
            Db(Auto("T")), Db(Auto("T") with { Name = new("s", "T") }) with { Schemas = ["s"] }, "EnsureSchema s", "RenameTable T s.T")
        { Decisions = Rename(("T", "s.T")) },
        ["17 entity renamed only"] = new(Db(Auto("T").Entity("Shop.A")), Db(Auto("T").Entity("Shop.B"))),
        ["18 nothing joins them"] = new(Db(Auto("Old", Text("Name"))), Db(Auto("New", Text("Name"))), "DropTable Old", "CreateTable New"),
        ["19 changes around a rename"] = new(
            Db(Auto("Old", Text("Gone"), Text("Code"), Int("N").Null()).Key("PK", "Id").Index("Code").Check("CK", "N > 0")),
            Db(Auto("New", Text("Code"), Int("N").Null().Default("1", 1), Int("Added").Null()).Key("PK", "Id").Index("Added").Unique("Code")),
            "DropIndex IX_Old_Code", "DropCheck CK", "DropColumn Old.Gone", "RenameTable Old New",
            "AlterColumn New.N", "AddColumn New.Added", "AddUnique AK_New_Code", "CreateIndex IX_New_Added")
        { Decisions = Rename(("Old", "New")) },
        ["19 exchange names"] = new(
            Db(Auto("A", Text("InA")), Auto("B", Text("InB"))), Db(Auto("A", Text("InB")).Key("PK_B", "Id"), Auto("B", Text("InA")).Key("PK_A", "Id")),
            "RenameTable A A__renamed", "RenameTable B A", "RenameTable A__renamed B")
        { Decisions = Rename(("A", "B"), ("B", "A")) },
        ["37 comment of a table"] = new(Db(Auto("T")), Db(Auto("T") with { Comment = "All of them" }), "AlterTable T"),
        ["58 drop and create under one name"] = new(
            Db(Auto("T", Text("Old"))), Db(Auto("T", Text("New"))), "DropTable T", "CreateTable T")
        { Decisions = Rename(("T", null)) },
        ["58 rename and create in its place"] = new(
            Db(Auto("T", Text("Old"))), Db(Auto("T", Text("New")), Auto("U", Text("Old")).Key("PK_T", "Id")), "RenameTable T U", "CreateTable T")
        { Decisions = Rename(("T", "U")) },
        ["trigger and view with a renamed table"] = new(
            Db(Auto("T", Text("A")).Key("PK", "Id")) with
            {
                Views = SchemaState.Empty.Views.Add("V", "CREATE VIEW V AS SELECT A FROM \"T\""),
                Triggers = SchemaState.Empty.Triggers.Add("R", new("R", "T", "CREATE TRIGGER R AFTER INSERT ON \"T\" BEGIN SELECT 1; END")),
            },
            Db(Auto("U", Text("A")).Key("PK", "Id")) with { Views = SchemaState.Empty.Views.Add("V", "CREATE VIEW V AS SELECT A FROM \"U\"") },
            "DROP TRIGGER \"R\"", "RenameTable T U")
        { Decisions = Rename(("T", "U")) },
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Operations_lead_there_and_back(string name) => Cases[name].Run();

    [Fact]
    public void A_cycle_of_four_has_each_foreign_key_once()
    {
        var tables = new[] { "A", "B", "C", "D" }.Select(n => new[] { "A", "B", "C", "D" }.Where(p => p != n)
            .Aggregate(Auto(n, [.. "ABCD".Select(p => Int(p + "Id").Null())]), (t, p) => t.Refers(p + "Id", p).Index(p + "Id"))).ToArray();
        var operations = new Engine.Diff.SchemaDiffer(Model.ModelContext.Traits()).Diff(Db(), Db(tables), Engine.Diff.DiffDecisions.None).Operations.Select(OperationText.Of).ToList();
        Assert.Equal(4, operations.Count(o => o.StartsWith("CreateTable")));
        Assert.Equal(12, operations.Count(o => o.StartsWith("CreateIndex")));
        Assert.Equal(12, operations.Count(o => o.StartsWith("AddForeignKey")) + operations.Where(o => o.Contains(" -> ")).Sum(o => o.Split("->")[1].Split(',').Length));
    }
}
