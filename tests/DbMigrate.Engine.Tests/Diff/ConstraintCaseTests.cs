using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Schema;
using DbMigrate.Revisions.Errors;
using Microsoft.EntityFrameworkCore.Migrations;
using Xunit;
using static DbMigrate.Engine.Tests.Diff.Build;

namespace DbMigrate.Engine.Tests.Diff;

/// <summary>Cases 49 to 55 and 59 of the reference on EF: indexes, keys, foreign keys, checks, sequences.</summary>
public sealed class ConstraintCaseTests
{
    private static readonly Table T2 = Auto("T", Int("A"), Int("B").Null());
    private static readonly Sequence S = new("S", typeof(long));

    private static readonly Dictionary<string, DiffCase> Cases = new()
    {
        ["49 create and drop an index"] = new(Db(T2.Index("A")), Db(T2.Index("B")), "DropIndex IX_T_A", "CreateIndex IX_T_B"),
        ["49 make unique"] = new(Db(T2.Index("A")), Db(T2.Having(new("IX_T_A", ["A"]) { IsUnique = true })), "DropIndex IX_T_A", "CreateIndex IX_T_A"),
        ["49 sort order"] = new(Db(T2.Index("A", "B")), Db(T2.Having(new("IX_T_A_B", ["A", "B"]) { IsDescending = [false, true] })), "DropIndex IX_T_A_B", "CreateIndex IX_T_A_B"),
        ["49 filter"] = new(Db(T2.Index("A")), Db(T2.Having(new("IX_T_A", ["A"]) { Filter = "B > 0" })), "DropIndex IX_T_A", "CreateIndex IX_T_A"),
        ["49 rename"] = new(Db(T2.Having(new("Foo", ["A"]))), Db(T2.Having(new("foo", ["A"]))), "RenameIndex Foo foo"),
        ["49 names exchanged"] = new(
            Db(T2.Having(new("X", ["A"])).Having(new("Y", ["B"]))), Db(T2.Having(new("Y", ["A"])).Having(new("X", ["B"]))),
            "DropIndex X", "DropIndex Y", "CreateIndex Y", "CreateIndex X"),
        ["49 expression"] = new(
            Db(T2), Db(T2.Having(new("R", []) { RawSql = "CREATE INDEX R ON T (abs(A))" })), "CREATE INDEX R ON T (abs(A))"),
        ["50 add a key"] = new(Db(T2.NoKey()), Db(T2), "AddPrimaryKey PK_T"),
        ["50 drop a key"] = new(Db(T2), Db(T2.NoKey()), "DropPrimaryKey PK_T"),
        ["50 rename a key"] = new(Db(T2), Db(T2.Key("PK", "Id")), "DropPrimaryKey PK_T", "AddPrimaryKey PK"),
        ["50 key of other columns"] = new(Db(T2), Db(T2.Key("PK_T", "A", "Id")), "DropPrimaryKey PK_T", "AddPrimaryKey PK_T"),
        ["50 a key that others refer to"] = new(
            Db(Auto("P"), T2.Refers("A", "P")), Db(Auto("P").Key("PK", "Id"), T2.Refers("A", "P")),
            "DropForeignKey FK_T_P_A", "DropPrimaryKey PK_P", "AddPrimaryKey PK", "AddForeignKey FK_T_P_A"),
        ["51 add a foreign key"] = new(Db(Auto("P"), T2), Db(Auto("P"), T2.Refers("A", "P").Index("A")), "CreateIndex IX_T_A", "AddForeignKey FK_T_P_A"),
        ["51 drop a foreign key"] = new(Db(Auto("P"), T2.Refers("A", "P").Index("A")), Db(Auto("P"), T2), "DropForeignKey FK_T_P_A", "DropIndex IX_T_A"),
        ["51 delete action"] = new(
            Db(Auto("P"), T2.Refers("A", "P")), Db(Auto("P"), T2.Refers("A", "P", onDelete: ReferentialAction.Cascade)), "DropForeignKey FK_T_P_A", "AddForeignKey FK_T_P_A"),
        ["51 target"] = new(
            Db(Auto("P"), Auto("Q"), T2.Refers("A", "P")), Db(Auto("P"), Auto("Q"), T2.Refers("A", "Q")), "DropForeignKey FK_T_P_A", "AddForeignKey FK_T_Q_A"),
        ["51 type of both ends"] = new(
            Db(T("P", Int("Id")), T2.Refers("A", "P")), Db(T("P", Text("Id")), Auto("T", Text("A"), Int("B").Null()).Refers("A", "P")),
            "DropForeignKey FK_T_P_A", "AlterColumn P.Id !", "AlterColumn T.A !", "AddForeignKey FK_T_P_A"),
        ["52 excluded principal"] = new(Db(Auto("T")), Db(Auto("T", Int("A").Null()).Refers("A", "Foreign").Index("A")), "AddColumn T.A", "CreateIndex IX_T_A", "AddForeignKey FK_T_Foreign_A"),
        ["53 unique constraint"] = new(Db(T2.Unique("A")), Db(T2.Unique("A", "Id")), "DropUnique AK_T_A", "AddUnique AK_T_A_Id"),
        ["53 foreign key of a new table to a new unique constraint"] = new(
            Db(T2), Db(T2.Unique("A"), Auto("New", Int("TA")).Refers("TA", "T", "A")), "AddUnique AK_T_A", "CreateTable New -> T"),
        ["54 check"] = new(Db(T2.Check("C1", "A > 0").Check("C2", "B > 0")), Db(T2.Check("C1", "A > 1").Check("C3", "B > 0")), "DropCheck C1", "DropCheck C2", "AddCheck C1", "AddCheck C3"),
        ["54 check over a column that goes and one that takes its name"] = new(
            Db(Auto("T", Int("A"), Int("B")).Check("C", "\"A\" > 0")), Db(Auto("T", Int("A")).Check("C", "\"A\" > 0")),
            "DropCheck C", "DropColumn T.A", "RenameColumn T.B A", "AddCheck C")
        { Decisions = Rename(("T.A", null), ("T.B", "A")) },
        ["55 create a sequence"] = new(Db(), Sequences(S), "CreateSequence S"),
        ["55 alter and restart"] = new(Sequences(S), Sequences(S with { IncrementBy = 5, StartValue = 10 }), "AlterSequence S", "RestartSequence S 10"),
        ["55 type"] = new(Sequences(S), Sequences(S with { ClrType = typeof(int) }), "AlterSequence S to Int32"),
        ["55 type, without its start"] = new(
            Sequences(S with { StartValue = 5_000_000_000 }), Sequences(S with { ClrType = typeof(int) }),
            "RestartSequence S 1", "AlterSequence S to Int32"),
        ["55 ranges without a common start"] = new(
            Sequences(S with { MinValue = 1, MaxValue = 9 }), Sequences(S with { ClrType = typeof(int), MinValue = 20, MaxValue = 30, StartValue = 20 }),
            "AlterSequence S", "RestartSequence S 20", "AlterSequence S to Int32"),
        ["55 drop"] = new(Sequences(S), Db(), "DropSequence S"),
        ["59 order"] = new(
            Db(T("T", Text("Old")).Index("Old"), Auto("U")),
            Db(T("T", Id("New"), Text("Code").Null()).Unique("New"), Auto("U", Int("TNew").Null()).Refers("TNew", "T", "New")),
            "DropIndex IX_T_Old", "DropPrimaryKey PK_T", "AddColumn T.New", "AddColumn T.Code", "DropColumn T.Old", "AddPrimaryKey PK_T", "AddUnique AK_T_New", "AddColumn U.TNew", "AddForeignKey FK_U_T_TNew"),
        ["database"] = new(Db(), Db() with { Annotations = AnnotationSet.Empty.With("Npgsql:PostgresExtension:citext", ",,"), Collation = "C" }, "AlterDatabase"),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Operations_lead_there_and_back(string name) => Cases[name].Run();

    [Fact]
    public void Sequences_are_refused_where_there_are_none()
    {
        var error = Assert.Throws<DbMigrateException>(() => new SchemaDiffer(Model.ModelContext.Traits()).Diff(Db(), Sequences(S), DiffDecisions.None));
        Assert.Equal(ErrorCatalogue.NotSupportedByProvider, error.Kind);
        Assert.Contains("sequence S", error.Message);
    }

    [Fact]
    public void The_numbering_of_a_sequence_that_goes_is_a_loss()
    {
        var gone = new Sequence(new("s", "Gone"), typeof(long));
        var losses = new DiffCase(Sequences(S, gone), Sequences(S with { ClrType = typeof(int) }), "AlterSequence S to Int32", "DropSequence s.Gone").Run().Losses;
        Assert.Equal(["drops sequence s.Gone with its numbering"], losses);
    }

    [Fact]
    public void A_primary_key_is_a_loss_where_its_columns_are_no_part_of_the_new_one()
    {
        var before = T("T", Int("A"), Int("B"), Int("C"));
        Assert.Equal(["changes the primary key of T from (A) to (B)"], Losses(before, before.Key("PK_T", "B")));
        Assert.Equal(["changes the primary key of T from (A, B) to (A, C)"], Losses(before.Key("PK_T", "A", "B"), before.Key("PK_T", "A", "C")));
        Assert.Empty(Losses(before, before.Key("PK_T", "B", "A")));
        Assert.Empty(Losses(before, before.Key("PK", "A")));

        static IEnumerable<string> Losses(Table from, Table to) => new SchemaDiffer(Model.ModelContext.Traits()).Diff(Db(from), Db(to), DiffDecisions.None).Losses;
    }

    private static SchemaState Sequences(params Sequence[] sequences)
        => sequences.Aggregate(SchemaState.Empty, (state, s) => state with { Sequences = state.Sequences.Add(s.Name, s) });
}
