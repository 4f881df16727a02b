using System.Collections.Generic;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Xunit;
using static DbMigrate.Engine.Tests.Diff.Build;

namespace DbMigrate.Engine.Tests.Diff;

/// <summary>Case 56 of the reference on EF: seeded rows.</summary>
public sealed class SeedCaseTests
{
    private static readonly Table P = T("P", Int("Id"), Text("Name").Null());
    private static readonly Table C = T("C", Int("Id"), Int("PId").Null()).Refers("PId", "P");

    private static readonly Dictionary<string, DiffCase> Cases = new()
    {
        ["create with rows"] = new(
            Db(), Db(P.Row("Id", 1, "Name", "a").Row("Id", 2)), "CreateTable P", "InsertData P (Id=1, Name=a) (Id=2, Name=NULL)"),
        ["delete, update, insert"] = new(
            Db(P.Row("Id", 1, "Name", "a").Row("Id", 2, "Name", "b").Row("Id", 3, "Name", "c").Row("Id", 4, "Name", "d")),
            Db(P.Row("Id", 2, "Name", "B").Row("Id", 3, "Name", "C").Row("Id", 4, "Name", "d").Row("Id", 5, "Name", "e").Row("Id", 6, "Name", "f")),
            "DeleteData P (Id=1)", "UpdateData P (Id=2): (Name=B)", "UpdateData P (Id=3): (Name=C)", "InsertData P (Id=5, Name=e) (Id=6, Name=f)"),
        ["new column"] = new(
            Db(T("T", Int("Id")).Row("Id", 1)), Db(T("T", Int("Id"), Text("A").Null()).Row("Id", 1, "A", "x").Row("Id", 2, "A", "y")),
            "AddColumn T.A", "UpdateData T (Id=1): (A=x)", "InsertData T (Id=2, A=y)"),
        ["new column with that default"] = new(
            Db(T("T", Int("Id")).Row("Id", 1)), Db(T("T", Int("Id"), Text("A").Default("'x'", "x")).Row("Id", 1)), "AddColumn T.A"),
        ["dropped column"] = new(Db(P.Row("Id", 1, "Name", "a")), Db(T("P", Int("Id")).Row("Id", 1)), "DropColumn P.Name"),
        ["dropped table"] = new(Db(P.Row("Id", 1)), Db(), "DropTable P"),
        ["key type"] = new(
            Db(P.Row("Id", 1, "Name", "a")), Db(T("P", Text("Id"), Text("Name").Null()).Row("Id", "1", "Name", "a")),
            "DeleteData P (Id=1)", "AlterColumn P.Id !", "InsertData P (Id=1, Name=a)"),
        ["key renamed"] = new(
            Db(P.Row("Id", 1)), Db(T("P", Int("Nr"), Text("Name").Null()).Row("Nr", 1).Row("Nr", 2)), "RenameColumn P.Id Nr", "InsertData P (Nr=2)")
        { Decisions = Rename(("P.Id", "Nr")) },
        ["key replaced"] = new(
            Db(P.Row("Id", 1, "Name", "a")), Db(T("P", Id("Nr"), Text("Name").Null()).Row("Nr", 1, "Name", "a")),
            "DropPrimaryKey PK_P", "DeleteData P (Id=1)", "DropColumn P.Id", "AddColumn P.Nr", "AddPrimaryKey PK_P", "InsertData P (Nr=1, Name=a)"),
        ["renamed table"] = new(
            Db(P.Row("Id", 1, "Name", "a")), Db((T("Q", Int("Id"), Text("Name").Null()) with { PrimaryKey = P.PrimaryKey }).Row("Id", 1, "Name", "b")),
            "RenameTable P Q", "UpdateData Q (Id=1): (Name=b)")
        { Decisions = Rename(("P", "Q")) },
        ["equal bytes"] = new(
            Db(T("T", Int("Id"), Text("A").As(typeof(byte[]))).Row("Id", 1, "A", new byte[] { 1, 2 })),
            Db(T("T", Int("Id"), Text("A").As(typeof(byte[]))).Row("Id", 1, "A", new byte[] { 1, 2 }))),
        ["enum from number to text"] = new(
            Db(T("T", Int("Id"), Int("A")).Row("Id", 1, "A", 2)), Db(T("T", Int("Id"), Text("A")).Row("Id", 1, "A", "Red")),
            "AlterColumn T.A !", "UpdateData T (Id=1): (A=Red)"),
        ["enum from text to number"] = new(
            Db(T("T", Int("Id"), Text("A")).Row("Id", 1, "A", "Red").Row("Id", 2, "A", "3")), Db(T("T", Int("Id"), Int("A")).Row("Id", 1, "A", 2).Row("Id", 2, "A", 3)),
            "UpdateData T (Id=1): (A=2)", "AlterColumn T.A !", "UpdateData T (Id=1): (A=2)", "UpdateData T (Id=2): (A=3)"),
        ["principal first, and last to go"] = new(
            Db(P, C), Db(P.Row("Id", 1), C.Row("Id", 7, "PId", 1)), "InsertData P (Id=1)", "InsertData C (Id=7, PId=1)"),
        ["dependent deleted first"] = new(
            Db(P.Row("Id", 1), C.Row("Id", 7, "PId", 1)), Db(P, C), "DeleteData C (Id=7)", "DeleteData P (Id=1)"),
        ["a row that others referred to goes last"] = new(
            Db(P.Row("Id", 1), C.Row("Id", 7, "PId", 1)), Db(P.Row("Id", 2), C.Row("Id", 7, "PId", 2)),
            "InsertData P (Id=2)", "UpdateData C (Id=7): (PId=2)", "DeleteData P (Id=1)"),
        ["key extended"] = new(
            Db(P.Row("Id", 1, "Name", "a"), C.Row("Id", 7, "PId", 1)),
            Db((T("P", Text("Part"), Int("Id"), Text("Name").Null()) with { PrimaryKey = new("PK_P", ["Part", "Id"]) }).Row("Part", "p", "Id", 1, "Name", "b"), T("C", Int("Id"), Int("PId").Null()).Row("Id", 7, "PId", 1)),
            "DropForeignKey FK_C_P_PId", "DropPrimaryKey PK_P", "AddColumn P.Part fill x", "AddPrimaryKey PK_P", "UpdateData P (Id=1): (Part=p)", "UpdateData P (Part=p, Id=1): (Name=b)")
        { Decisions = Fill("P.Part", "x") },
        ["key extended by a column that was there, under a row that others refer to"] = new(
            Db(P.Row("Id", 1, "Name", "a"), C.Row("Id", 7, "PId", 1)),
            Db((T("P", Int("Id"), Text("Name")) with { PrimaryKey = new("PK_P", ["Id", "Name"]) }).Row("Id", 1, "Name", "b").Row("Id", 1, "Name", "c"), T("C", Int("Id"), Int("PId").Null()).Row("Id", 7, "PId", 1)),
            "DropForeignKey FK_C_P_PId", "DropPrimaryKey PK_P", "AlterColumn P.Name fill x !", "AddPrimaryKey PK_P", "UpdateData P (Id=1): (Name=b)", "InsertData P (Id=1, Name=c)")
        { Decisions = Fill("P.Name", "x") },
        ["a row that nothing can refer to meanwhile goes at once"] = new(
            Db(P.Row("Id", 1, "Name", "a"), C.Row("Id", 7, "PId", 1)),
            Db(T("P", Text("Id"), Text("Name").Null()).Row("Id", "k1", "Name", "a"), T("C", Int("Id"), Text("PId").Null()).Refers("PId", "P").Row("Id", 7, "PId", "k1")),
            "DropForeignKey FK_C_P_PId", "DeleteData P (Id=1)", "AlterColumn P.Id !", "AlterColumn C.PId !", "InsertData P (Id=k1, Name=a)", "UpdateData C (Id=7): (PId=k1)", "AddForeignKey FK_C_P_PId"),
        ["a reference that becomes required"] = new(
            Db(P, C.Row("Id", 7)), Db(P.Row("Id", 1), T("C", Int("Id"), Int("PId")).Refers("PId", "P").Row("Id", 7, "PId", 1)),
            "DropForeignKey FK_C_P_PId", "AlterColumn C.PId fill 0 !", "InsertData P (Id=1)", "UpdateData C (Id=7): (PId=1)", "AddForeignKey FK_C_P_PId")
        { Decisions = Fill("C.PId", 0) },
        ["filled column"] = new(
            Db(T("T", Int("Id")).Row("Id", 1).Row("Id", 2)), Db(T("T", Int("Id"), Text("A")).Row("Id", 1, "A", "x").Row("Id", 2, "A", "y")),
            "AddColumn T.A fill x", "UpdateData T (Id=2): (A=y)")
        { Decisions = Fill("T.A", "x") },
        ["a unique constraint waits for its rows, and a foreign key of a new table for it"] = new(
            Db(P.Row("Id", 1).Row("Id", 2)),
            Db(T("P", Int("Id"), Text("Name").Null(), Text("Code")).Unique("Code").Row("Id", 1, "Code", "a").Row("Id", 2, "Code", "b"), T("N", Int("Id"), Text("Code")).Refers("Code", "P", "Code").Row("Id", 7, "Code", "b")),
            "AddColumn P.Code fill x", "CreateTable N", "UpdateData P (Id=1): (Code=a)", "UpdateData P (Id=2): (Code=b)", "InsertData N (Id=7, Code=b)", "AddUnique AK_P_Code", "AddForeignKey FK_N_P_Code")
        { Decisions = Fill("P.Code", "x") },
        ["a unique constraint whose columns no row changes in"] = new(
            Db(P.Row("Id", 1, "Name", "a")), Db(P.Unique("Name").Row("Id", 1, "Name", "a").Row("Id", 2, "Name", "b")), "AddUnique AK_P_Name", "InsertData P (Id=2, Name=b)"),
        ["a primary key waits for its rows, and those that come for it"] = new(
            Db(P.Row("Id", 1).Row("Id", 2)),
            Db(T("P", Int("Id"), Text("Name").Null(), Text("Code")).Key("PK_P", "Code").Row("Id", 1, "Code", "a").Row("Id", 2, "Code", "b").Row("Id", 3, "Code", "c")),
            "DropPrimaryKey PK_P", "AddColumn P.Code fill x", "UpdateData P (Id=1): (Code=a)", "UpdateData P (Id=2): (Code=b)", "AddPrimaryKey PK_P", "InsertData P (Id=3, Code=c)")
        { Decisions = Fill("P.Code", "x") },
        ["a key that numbers its rows comes with its column"] = new(
            Db(T("P", Text("Code")).Row("Code", "a").Row("Code", "b")),
            Db(T("P", Text("Code"), Int("Id")).Key("PK_P", "Id").Row("Code", "a", "Id", 1).Row("Code", "b", "Id", 2)),
            "DropPrimaryKey PK_P", "AddColumn P.Id", "AddPrimaryKey PK_P", "UpdateData P (Code=a): (Id=1)", "UpdateData P (Code=b): (Id=2)"),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Operations_lead_there_and_back(string name) => Cases[name].Run();

    [Fact]
    public void Keys_of_several_values_are_the_same_where_all_their_values_are()
    {
        Assert.Equal(SeedKey.Of([new[] { 1, 2 }]), SeedKey.Of([new List<long> { 1, 2 }]));
        Assert.NotEqual(SeedKey.Of([new[] { 1, 2 }]), SeedKey.Of([new[] { 1, 3 }]));
        Assert.NotEqual(SeedKey.Of([new[] { 1, 2 }]), SeedKey.Of([new[] { 12 }]));
        Assert.NotEqual(SeedKey.Of([new[] { "a" }]), SeedKey.Of(["a"]));
    }

    [Fact]
    public void Rows_carry_the_types_of_their_columns_at_that_moment()
    {
        var (from, to) = (Db(P.Row("Id", 1, "Name", "a")), Db(T("P", Text("Id"), Int("Name").Null()).Row("Id", "2", "Name", 7)));
        var operations = new DiffCase(from, to, "DeleteData P (Id=1)", "AlterColumn P.Id !", "AlterColumn P.Name !", "InsertData P (Id=2, Name=7)").Run().Operations;
        Assert.Equal(["INTEGER"], Assert.IsType<DeleteDataOperation>(operations[0]).KeyColumnTypes!);
        Assert.Equal(["TEXT", "INTEGER"], Assert.IsType<InsertDataOperation>(operations[3]).ColumnTypes!);
    }
}
