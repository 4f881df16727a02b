using System.Management.Automation;
using DbMigrate.Module.Tests.Hosting;
using Xunit;
using static DbMigrate.Module.Tests.Asking.DecisionFolder;

namespace DbMigrate.Module.Tests.Asking;

/// <summary>What may be a rename is asked for, with the evidence; the answer is what the parameter would have said.</summary>
public sealed class RenamePromptTests(DecisionFolder folder) : IClassFixture<DecisionFolder>
{
    private const string Drop = "Add and drop (loses data)";

    private static readonly string Labelled = Table("Suppliers", Text("Label", "Name"));

    private RecordingUserInterface Host => folder.Session.Host;

    [Fact]
    public void The_question_has_names_types_and_evidence_and_Enter_stops()
    {
        folder.With("'Suppliers'", Labelled).Answers("Rename to Name").New().MustSucceed();

        Assert.Equal(
            "The model no longer has the column Suppliers.Label (TEXT, required). It may be now:\n  Name (TEXT, required): same property Name",
            Assert.Single(Host.Questions));
        Assert.Equal(
            "Was the column Suppliers.Label renamed? &Rename to Name, &Add and drop (loses data), [&Stop]",
            Assert.Single(Host.Choices));
    }

    [Theory]
    [InlineData("Rename to Name", "RenameColumn Suppliers.Label to Name", "-Rename @{ 'Suppliers.Label' = 'Name' }")]
    [InlineData(Drop + "|Value|?", "DropColumn Suppliers.Label; AddColumn Suppliers.Name TEXT NOT NULL", "-Rename @{ 'Suppliers.Label' = $null } -Fill @{ 'Suppliers.Name' = '?' }")]
    [InlineData(Drop + "|Expression|upper('none')", "DropColumn Suppliers.Label; AddColumn Suppliers.Name TEXT NOT NULL", "-Rename @{ 'Suppliers.Label' = $null } -Fill @{ 'Suppliers.Name' = @{ Sql = 'upper(''none'')' } }")]
    public void Each_answer_is_done_and_told_as_the_parameter_that_does_the_same(string answers, string operations, string told)
        => Check(answers, operations, told, "'Suppliers'", Labelled);

    [Theory]
    [InlineData("Rename to Name", "DropColumn Suppliers.na_me; RenameColumn Suppliers.Label to Name", "-Rename @{ 'Suppliers.Label' = 'Name' }")]
    [InlineData(Drop + "|Rename to Name", "DropColumn Suppliers.Label; RenameColumn Suppliers.na_me to Name", "-Rename @{ 'Suppliers.Label' = $null; 'Suppliers.na_me' = 'Name' }")]
    public void The_strongest_candidate_for_a_name_is_asked_about_first(string answers, string operations, string told)
        => Check(answers, operations, told, "'Suppliers'", Table("Suppliers", Text("na_me"), Text("Label", "Name")));

    [Theory]
    [InlineData("1 Rename to Suppliers", "RenameTable audit_entries to Suppliers", "-Rename @{ 'audit_entries' = 'Suppliers' }")]
    [InlineData("2 Rename to AuditEntries", "RenameTable audit_entries to AuditEntries", "-Rename @{ 'audit_entries' = 'AuditEntries' }")]
    [InlineData(Drop, "DropTable audit_entries", "-Rename @{ 'audit_entries' = $null }")]
    public void Several_candidates_are_a_choice_each(string answers, string operations, string told)
    {
        var made = folder.With("'Suppliers', 'AuditEntries', 'audit_entries'", TableOf("Supplier", "audit_entries", Text("Name"), Text("Text"))).Answers(answers).New().MustSucceed();

        Assert.Contains(operations, Operations(made));
        Assert.Equal(told, Told(made));
        Assert.StartsWith("The model no longer has the table audit_entries (columns Id, Name, Text). It may be now:\n  Suppliers (columns Id, Name): same entity type ", Host.Questions[0]);
        Assert.Contains("\n  AuditEntries (columns Id, Text): same name but for its spelling", Host.Questions[0]);
        Assert.Equal("Was the table audit_entries renamed? &1 Rename to Suppliers, &2 Rename to AuditEntries, &Add and drop (loses data), [&Stop]", Host.Choices[0]);
    }

    [Fact]
    public void Tables_come_before_their_columns_and_these_before_fills()
    {
        Check(
            "Rename to Suppliers|Rename to Name|Value|none",
            "RenameTable Vendors to Suppliers; RenameColumn Suppliers.Label to Name; AddColumn AuditEntries.Text TEXT NOT NULL",
            "-Rename @{ 'Vendors' = 'Suppliers'; 'Vendors.Label' = 'Name' } -Fill @{ 'AuditEntries.Text' = 'none' }",
            "'Suppliers', 'Vendors', 'AuditEntries'",
            TableOf("Supplier", "Vendors", Text("Label", "Name")), Table("AuditEntries"));
    }

    [Fact]
    public void Several_columns_are_asked_one_after_the_other_and_only_what_is_open()
    {
        folder.With("'Suppliers', 'AuditEntries'", Labelled, Table("AuditEntries", Text("Words", "Text"))).Answers("Rename to Text");

        var made = folder.New("-Rename @{ 'suppliers.label' = 'NAME' }");

        Assert.Equal("RenameColumn AuditEntries.Words to Text; RenameColumn Suppliers.Label to Name", Operations(made));
        Assert.Equal("-Rename @{ 'suppliers.label' = 'NAME'; 'AuditEntries.Words' = 'Text' }", Told(made));
        Assert.Single(Host.Questions);
    }

    [Theory]
    [InlineData("Stop", "")]
    [InlineData("an answer that the host does not know", "")]
    [InlineData("Rename to Text|Stop", "-Rename @{ 'AuditEntries.Words' = 'Text' }")]
    [InlineData("Rename to Text", "-Rename @{ 'AuditEntries.Words' = 'Text' }")]
    public void Who_stops_has_nothing_written_and_the_parameter_to_paste(string answers, string told)
    {
        folder.With("'Suppliers', 'AuditEntries'", Labelled, Table("AuditEntries", Text("Words", "Text"))).Answers(answers.Split('|'));

        var run = folder.New();

        Assert.Contains("-Rename @{ 'AuditEntries.Words' = 'Text'; 'Suppliers.Label' = 'Name' }", run.MustFail("RenameUndecided").ErrorDetails.RecommendedAction);
        Assert.Equal(told, Told(run));
        Assert.Empty(run.Output);
        Assert.Equal(["first1.cs"], folder.Scripts());
    }

    [Fact]
    public void A_user_who_cancels_the_question_stops_the_pipeline()
    {
        folder.With("'Suppliers'", Labelled);
        Host.Refusal = new PipelineStoppedException();

        var run = folder.New("; 'and on'");

        Assert.Null(run.Error);
        Assert.Empty(run.Output);
        Assert.Single(Host.Questions);
        Assert.Equal(["first1.cs"], folder.Scripts());
    }

    [Fact]
    public void A_question_about_one_database_of_several_names_it()
    {
        folder.With("'*'").Settings("Databases = @{ Shop = @{ Context = 'WarehouseContext'; Default = $true }; Depot = @{ Context = 'WarehouseContext'; ConnectionStringVariable = 'DEPOT_OF_TESTS' } }; Include = @{ Tables = 'Suppliers' }");
        folder.Write("first1", Suppliers, $"void UpDepot(MigrationBuilder migrationBuilder) {{ {Labelled} }}\nvoid DownDepot(MigrationBuilder migrationBuilder) {{ }}");
        Assert.Contains("-Rename @{ 'Depot:Suppliers.Label' = 'Name' }", folder.New().MustFail("RenameUndecided").ErrorDetails.RecommendedAction);

        var made = folder.Answers("Rename to Name").New();

        Assert.Equal("Depot: RenameColumn Suppliers.Label to Name", Operations(made));
        Assert.Equal("-Rename @{ 'Depot:Suppliers.Label' = 'Name' }", Told(made));
        Assert.StartsWith("Was the column Suppliers.Label renamed? (database 'Depot') ", Host.Choices[0]);
    }

    private void Check(string answers, string operations, string told, string tables, params string[] up)
    {
        var made = folder.With(tables, up).Answers(answers.Split('|')).New();
        Assert.Equal(operations, Operations(made));
        Assert.Equal(told, Told(made));

        // What was told decides the same where nobody can answer.
        var again = folder.With(tables, up).New(told);
        Assert.Equal(operations, Operations(again));
        Assert.Empty(Host.Questions);
        Assert.Equal("", Told(again));
    }
}
