using System;
using System.Linq;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Schema;
using DbMigrate.Revisions.Errors;
using Xunit;
using static DbMigrate.Engine.Tests.Diff.Build;

namespace DbMigrate.Engine.Tests.Diff;

public sealed class DecisionTests
{
    private static readonly SchemaState Named = Db(Auto("Customers", Text("Name")));
    private static readonly SchemaState Renamed = Db(Auto("Customers", Text("full_name").Of("Name")));

    [Fact]
    public void The_same_property_behind_another_column_is_asked_for_with_the_parameter_to_paste()
    {
        var error = Error(ErrorCatalogue.RenameUndecided, Named, Renamed);
        Assert.Contains("Customers.Name -> full_name (same property Name", error.Message);
        Assert.Contains("-Rename @{ 'Customers.Name' = 'full_name' }", error.Action);
        Assert.Contains("-Rename @{ 'Customers.Name' = $null }", error.Action);
    }

    [Fact]
    public void Either_answer_is_taken()
    {
        Assert.Equal(["RenameColumn Customers.Name full_name"], Texts(Named, Renamed, Rename(("Customers.Name", "full_name"))));
        var dropped = Rename(("Customers.Name", null)) with { Fills = [new("Customers.full_name", "?", null)] };
        Assert.Equal(["DropColumn Customers.Name", "AddColumn Customers.full_name fill ?"], Texts(Named, Renamed, dropped));
    }

    [Fact]
    public void The_same_entity_behind_another_table_is_asked_for()
    {
        var error = Error(ErrorCatalogue.RenameUndecided, Db(Auto("Customer").Entity("Customer")), Db(Auto("Clients").Entity("Customer")));
        Assert.Contains("-Rename @{ 'Customer' = 'Clients' }", error.Action);
    }

    [Fact]
    public void A_foreign_key_that_now_refers_to_a_new_table_is_evidence()
    {
        var error = Error(
            ErrorCatalogue.RenameUndecided,
            Db(Auto("Customers"), Auto("Orders", Int("By")).Refers("By", "Customers")),
            Db(Auto("Clients"), Auto("Orders", Int("By")).Refers("By", "Clients")));
        Assert.Contains("Orders.By refers to it", error.Message);
    }

    [Fact]
    public void The_same_principal_behind_another_column_is_evidence()
    {
        var error = Error(
            ErrorCatalogue.RenameUndecided,
            Db(Auto("Customers"), Auto("Orders", Int("By")).Refers("By", "Customers")),
            Db(Auto("Customers"), Auto("Orders", Int("BuyerId")).Refers("BuyerId", "Customers")));
        Assert.Contains("both refer to Customers", error.Message);
    }

    [Fact]
    public void Another_spelling_of_the_name_is_evidence()
        => Error(ErrorCatalogue.RenameUndecided, Db(Auto("T", Text("FullName"))), Db(Auto("T", Text("full_name").Of("Other"))));

    [Fact]
    public void A_type_with_other_limits_is_no_reason_to_think_of_another_column()
        => Assert.Contains(
            "T.Name -> FullName (same type but for its limits, and one name extends the other)",
            Error(ErrorCatalogue.RenameUndecided, Db(Auto("T", Text("Name") with { StoreType = "varchar(100)" })), Db(Auto("T", Text("FullName") with { StoreType = "varchar(60)" }))).Message);

    [Theory]
    [InlineData("numeric", "numeric(18,2)", null, "T.Total, which goes, is of the same type: if T.Sum is its new name, pass -Rename @{ 'T.Total' = 'T.Sum' } instead.")]
    [InlineData("numeric", "TEXT", null, "")]
    [InlineData("numeric", "numeric", "T.Total", "")]
    public void Who_forgot_that_a_column_is_renamed_is_told_before_its_values_are_lost(string before, string after, string? dropped, string advice)
    {
        var error = Error(
            ErrorCatalogue.FillRequired,
            Db(Auto("T", Text("Total") with { StoreType = before })),
            Db(Auto("T", Text("Sum") with { StoreType = after })),
            dropped is null ? DiffDecisions.None : Rename((dropped, null)));

        Assert.EndsWith("gives no default." + (advice.Length == 0 ? "" : " " + advice), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Structure_alone_is_no_evidence()
        => Assert.Equal(
            ["DropColumn T.A", "DropTable Old", "AddColumn T.B", "CreateTable New"],
            Texts(Db(Auto("T", Text("A").Null()), Auto("Old", Text("X"))), Db(Auto("T", Text("B").Null()), Auto("New", Text("X"))), DiffDecisions.None));

    [Fact]
    public void Each_new_name_is_proposed_once()
    {
        var error = Error(
            ErrorCatalogue.RenameUndecided,
            Db(Auto("P"), Auto("T", Int("A"), Int("B")).Refers("A", "P").Refers("B", "P")),
            Db(Auto("P"), Auto("T", Int("C").Of("B")).Refers("C", "P")));
        Assert.Contains("-Rename @{ 'T.B' = 'C'; 'T.A' = $null }", error.Action);
    }

    [Fact]
    public void Nothing_is_asked_on_the_way_back()
        => Assert.Equal(2, new SchemaDiffer(Model.ModelContext.Traits()).Diff(Named, Renamed, new() { IsReverse = true }).Operations.Count);

    [Theory]
    [InlineData("Custumers", "X", "there was no such table or column; the tables were Customers")]
    [InlineData("Customers.Nam", "X", "Customers had the columns Id, Name")]
    [InlineData("Customers.Name", "X", "has no column X; its columns are Id, full_name")]
    [InlineData("Customers", "X", "the model has no table X")]
    [InlineData("Customers..Name", "X", "it is no name")]
    public void A_rename_that_fits_nothing_says_what_there_is(string from, string to, string reason)
        => Assert.Contains(reason, Error(ErrorCatalogue.RenameInvalid, Named, Renamed, Rename((from, to))).Message);

    [Fact]
    public void A_name_that_is_taken_needs_a_decision_about_its_owner()
    {
        var error = Error(ErrorCatalogue.RenameInvalid, Db(Auto("T", Text("A"), Text("B"))), Db(Auto("T", Text("A"))), Rename(("T.B", "A")));
        Assert.Contains("-Rename @{ 'T.A' = $null }", error.Action);
    }

    [Fact]
    public void Names_with_dots_stand_in_brackets()
    {
        var (from, to) = (Db(Auto("a.b", Text("c.d"))), Db(Auto("a.b", Text("e"))));
        Assert.Equal(["RenameColumn a.b.c.d e"], Texts(from, to, Rename(("[a.b].[c.d]", "e"))));
    }

    [Fact]
    public void An_ambiguous_rename_names_the_candidates()
    {
        var table = Auto("T", Text("A"));
        var from = Db(table with { Name = new("x", "T") }, table with { Name = new("y", "T") });
        var error = Error(ErrorCatalogue.RenameInvalid, from, from, Rename(("T", null)));
        Assert.Contains("the table x.T or the table y.T", error.Message);
    }

    [Fact]
    public void Missing_fills_are_listed_with_the_parameter_to_paste()
    {
        var error = Error(
            ErrorCatalogue.FillRequired,
            Db(Auto("Customers", Text("Nick").Null())),
            Db(Auto("Customers", Text("Nick"), Text("Country"), Int("Level"), Int("Active").As(typeof(bool)))));
        Assert.Contains("Customers.Nick, Customers.Country, Customers.Level, Customers.Active", error.Message);
        Assert.Contains("-Fill @{ 'Customers.Nick' = '…'; 'Customers.Country' = '…'; 'Customers.Level' = 0; 'Customers.Active' = $false }", error.Action);
    }

    [Theory]
    [InlineData("Customers.Nam", "x", "the model has no such column")]
    [InlineData("Customers.Id", "1", "neither added to a table that exists nor newly required")]
    [InlineData("Customers.Level", "many", "'many' is no Int32")]
    [InlineData("Customers.Level", null, "NULL fills nothing")]
    public void A_fill_that_fits_nothing_is_refused(string column, string? value, string reason)
        => Assert.Contains(reason, Error(ErrorCatalogue.FillInvalid, Db(Auto("Customers")), Db(Auto("Customers", Int("Level"))), Fill(column, value)).Message);

    [Theory]
    [InlineData(typeof(decimal), "1.5")]
    [InlineData(typeof(bool), "true")]
    [InlineData(typeof(Guid), "0b6f6d4e-0000-0000-0000-000000000001")]
    [InlineData(typeof(DateTime), "2026-11-22T14:03:00")]
    [InlineData(typeof(DateOnly), "2026-11-22")]
    [InlineData(typeof(TimeSpan), "01:02:03")]
    [InlineData(typeof(byte[]), "0x0AFF")]
    public void Fills_take_the_type_of_their_column(Type type, string text)
    {
        var result = new SchemaDiffer(Model.ModelContext.Traits()).Diff(Db(Auto("T")), Db(Auto("T", Text("A").As(type))), Fill("T.A", text));
        Assert.IsType(type, ((Microsoft.EntityFrameworkCore.Migrations.Operations.AddColumnOperation)result.Operations.Single()).DefaultValue);
    }

    [Fact]
    public void Losses_are_named()
    {
        var result = new SchemaDiffer(Model.ModelContext.Traits()).Diff(
            Db(Auto("Gone"), T("T", Int("Id"), Text("A"), Int("B"), Text("C").Null()).Row("Id", 1)),
            Db(T("T", Int("Id"), Text("B"), Text("C").Default("''", ""))),
            DiffDecisions.None);
        Assert.Equal(
            ["changes the type of T.B from INTEGER to TEXT", "replaces NULL in T.C", "deletes 1 seeded row of T", "drops column T.A with its values", "drops table Gone with its rows"],
            result.Losses);
    }

    private static string[] Texts(SchemaState from, SchemaState to, DiffDecisions decisions)
        => [.. new SchemaDiffer(Model.ModelContext.Traits()).Diff(from, to, decisions).Operations.Select(OperationText.Of)];

    private static DbMigrateException Error(ErrorKind kind, SchemaState from, SchemaState to, DiffDecisions? decisions = null)
    {
        var error = Assert.Throws<DbMigrateException>(() => new SchemaDiffer(Model.ModelContext.Traits()).Diff(from, to, decisions ?? DiffDecisions.None));
        Assert.Equal(kind, error.Kind);
        return error;
    }
}
