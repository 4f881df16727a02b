using System.Linq;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Schema;
using DbMigrate.Revisions.Errors;
using Xunit;
using static DbMigrate.Engine.Tests.Diff.Build;

namespace DbMigrate.Engine.Tests.Diff;

/// <summary>Entries of -Rename and -Fill as people write and mistype them: each form that has one meaning is taken, any other names what is near.</summary>
public sealed class MistypedDecisionTests
{
    private static readonly SchemaState Before = Db(
        Auto("Customers", Text("Name"), Text("Fax")), Auto("Orders", Text("Name")), Auto("Old"), In("crm", Auto("Notes", Text("Body"))), In("shop", Auto("Notes", Text("Body"))));

    private static readonly SchemaState After = Db(
        Auto("Customers", Text("Label").Null(), Text("Phone").Null()), Auto("Orders", Text("Title").Null()), Auto("New"), In("crm", Auto("Notes", Text("Text").Null())), In("shop", Auto("Notes", Text("Text").Null())));

    [Theory]
    [InlineData("Customers.Name", "Label", "RenameColumn Customers.Name Label")]
    [InlineData("customers.NAME", "label", "RenameColumn Customers.Name Label")]
    [InlineData("[Customers].[Name]", "[Label]", "RenameColumn Customers.Name Label")]
    [InlineData("Customers.Name", "Customers.Label", "RenameColumn Customers.Name Label")]
    [InlineData("crm.Notes.Body", "Text", "RenameColumn Notes.Body Text")]
    [InlineData("CRM.notes.body", "crm.Notes.Text", "RenameColumn Notes.Body Text")]
    [InlineData("Old", "New", "RenameTable Old New")]
    [InlineData("old", "[new]", "RenameTable Old New")]
    public void Each_form_with_one_meaning_is_taken(string from, string to, string operation)
        => Assert.Contains(operation, new SchemaDiffer(Model.ModelContext.Traits()).Diff(Before, After, Rename((from, to))).Operations.Select(OperationText.Of));

    [Theory]
    [InlineData("Custmers", "New", "there was no such table or column; the tables were Customers, Old, Orders, crm.Notes, shop.Notes.")]
    [InlineData("Custmers.Name", "Label", "there was no such table or column; the tables were Customers, Old, Orders, crm.Notes, shop.Notes.")]
    [InlineData("Customers.Nme", "Label", "there was no such table or column; Customers had the columns Id, Name, Fax.")]
    [InlineData("dbo.Customers.Name", "Label", "there was no such table or column; the tables were Customers, ")]
    [InlineData("Name", "Label", "there was no such table or column; a column stands behind its table: Customers.Name, Orders.Name.")]
    [InlineData("Customers.Label", "Name", "there was no such table or column; that is a new name, and the key is the old one.")]
    [InlineData("New", "Old", "that is a new name, and the key is the old one.")]
    [InlineData("Notes", "Remarks", "it may mean the table crm.Notes or the table shop.Notes.")]
    [InlineData("Notes.Body", "Text", "it may mean the column crm.Notes.Body or the column shop.Notes.Body.")]
    [InlineData("Customers.Name", "Label2", "the model's table Customers has no column Label2; its columns are Id, Label, Phone.")]
    [InlineData("Customers.Name", "Orders.Title", "a column cannot move to another table, from Customers to Orders.")]
    [InlineData("Old", "Customers.Label", "the model has no table Customers.Label; new tables are New.")]
    [InlineData("Old", "crm.Notes", "cannot become crm.Notes: that one exists already")]
    [InlineData("Customers.Name = Label", null, "there was no such table or column; Customers had the columns Id, Name, Fax.")]
    [InlineData("Customers.", null, "it is no name.")]
    [InlineData("[Customers.Name", null, "it is no name.")]
    public void A_rename_that_fits_nothing_names_what_is_near(string from, string? to, string reason)
        => Assert.Contains(reason, Error(ErrorCatalogue.RenameInvalid, Rename((from, to))));

    [Fact]
    public void One_source_is_named_once_and_one_target_too()
    {
        Assert.Contains("there are two entries for it", Error(ErrorCatalogue.RenameInvalid, Rename(("Customers.Name", "Label"), ("customers.[Name]", null))));
        Assert.Contains("there are two entries for it", Error(ErrorCatalogue.RenameInvalid, Rename(("Old", "New"), ("[Old]", "New"))));
        Assert.Contains("another column is renamed to Label too", Error(ErrorCatalogue.RenameInvalid, Rename(("Customers.Name", "Label"), ("Customers.Fax", "Label"))));
        Assert.Contains("another table is renamed to New too", Error(ErrorCatalogue.RenameInvalid, Rename(("Old", "New"), ("Orders", "New"))));
        Assert.Contains("the table Old is dropped", Error(ErrorCatalogue.RenameInvalid, Rename(("Old", null), ("Old.Id", "Key"))));
    }

    [Fact]
    public void Of_many_names_those_that_are_most_alike_are_listed()
    {
        var many = Db([.. Enumerable.Range(1, 40).Select(i => Auto($"Table{i:00}")), Auto("Customers"), Auto("Cust_omer")]);

        var message = Assert.Throws<DbMigrateException>(() => new SchemaDiffer(Model.ModelContext.Traits()).Diff(many, many, Rename(("Custmer", null)))).Message;

        Assert.Contains("the tables were Cust_omer, Customers, Table", message);
        Assert.EndsWith(" and 34 more.", message);
    }

    [Theory]
    [InlineData("Customers.Labl", "the model has no such column; Customers has the columns Id, Label, Phone.")]
    [InlineData("Customer.Label", "the model has no such column; the tables are Customers, New, Orders, crm.Notes, shop.Notes.")]
    [InlineData("Label", "the model has no such column; a column stands behind its table: Customers.Label.")]
    [InlineData("Customers", "the model has no such column; the tables are Customers, ")]
    [InlineData("Notes.Text", "it may mean crm.Notes.Text or shop.Notes.Text.")]
    [InlineData("Customers.Name", "that is its old name, and -Fill takes the new one, 'Customers.Label'.")]
    [InlineData("", "the model has no such column; the tables are ")]
    public void A_fill_that_fits_nothing_names_what_is_near(string column, string reason)
        => Assert.Contains(reason, Error(ErrorCatalogue.FillInvalid, Rename(("Customers.Name", "Label"), ("Customers.Fax", null)) with { Fills = [new(column, "x", null)] }));

    [Fact]
    public void Facets_and_place_tell_candidates_apart_that_have_the_same_evidence()
    {
        var open = Open(Db(Auto("P"), Auto("T", Text("Kind"), Int("By").Null(), Text("Note")).Refers("By", "P")),
            Db(Auto("P"), Auto("T", Int("A"), Text("Kind"), Int("B").Null(), Text("Note"), Int("C").Null()).Refers("A", "P").Refers("B", "P").Refers("C", "P")));

        Assert.Equal(["B", "C", "A"], open.Renames.Single().Choices.Select(c => c.To));
    }

    [Fact]
    public void Tables_with_more_columns_in_common_come_first()
    {
        var open = Open(Db(Auto("Old", Text("A"), Text("B")), Auto("T", Int("By")).Refers("By", "Old"), Auto("U", Int("By")).Refers("By", "Old")),
            Db(Auto("Far", Text("X")), Auto("Near", Text("A"), Text("B")), Auto("T", Int("By")).Refers("By", "Far"), Auto("U", Int("By")).Refers("By", "Near")));

        Assert.Equal(["Near", "Far"], open.Renames.Single().Choices.Select(c => c.To));
        Assert.Equal("columns Id, A, B", open.Renames.Single().Facts);
    }

    private static Table In(string schema, Table table) => table with { Name = new(schema, table.Name.Name) };

    private static string Error(ErrorKind kind, DiffDecisions decisions)
    {
        var error = Assert.Throws<DbMigrateException>(() => new SchemaDiffer(Model.ModelContext.Traits()).Diff(Before, After, decisions));
        Assert.Equal(kind, error.Kind);
        return error.Message;
    }

    private static OpenDecisions Open(SchemaState from, SchemaState to)
        => Assert.Throws<DbMigrateException>(() => new SchemaDiffer(Model.ModelContext.Traits()).Diff(from, to, DiffDecisions.None)).Open!;
}
