using System;
using System.Linq;
using DbMigrate.Module.Tests.Hosting;
using Xunit;
using static DbMigrate.Module.Tests.Asking.DecisionFolder;

namespace DbMigrate.Module.Tests.Asking;

/// <summary>What rows get in a new required column is asked for.</summary>
public sealed class FillPromptTests(DecisionFolder folder) : IClassFixture<DecisionFolder>
{
    private static readonly string[] Products =
    [
        Suppliers,
        """
        migrationBuilder.CreateTable("Products", table => new
            {
                Id = table.Column<int>(type: "INTEGER", nullable: false).Annotation("Sqlite:Autoincrement", true), Name = table.Column<string>(type: "TEXT", nullable: false),
                Price = table.Column<decimal>(type: "TEXT", nullable: false, defaultValue: 1.5m), Since = table.Column<System.DateOnly>(type: "TEXT", nullable: false, defaultValue: new System.DateOnly(2026, 1, 1)),
            },
            constraints: table => { table.PrimaryKey("PK_Products", x => x.Id); table.CheckConstraint("CK_Price", "Price >= 0"); });
        migrationBuilder.CreateIndex("IX_Names", "Products", "Name");
        """,
    ];

    private RecordingUserInterface Host => folder.Session.Host;

    [Fact]
    public void The_question_has_name_and_type_and_Enter_stops()
    {
        folder.With("'AuditEntries'", Table("AuditEntries")).Answers("Value", "none").New().MustSucceed();

        Assert.Equal(
            ["The model requires AuditEntries.Text (TEXT, required, String) and gives no default; the rows that are there need a value.", "The value of AuditEntries.Text, without quotes:"],
            Host.Questions);
        Assert.Equal(["What do the rows get in AuditEntries.Text? &Value, &Expression, [&Stop]"], Host.Choices);
    }

    [Theory]
    [InlineData("Value|none", "'none'")]
    [InlineData("Value|", "''")]
    [InlineData("Value|it's ’so’", "'it''s ’’so’’'")]
    [InlineData("Expression|upper('none')", "@{ Sql = 'upper(''none'')' }")]
    [InlineData("Expression||Expression| |Value|none", "'none'")]
    public void Each_answer_is_told_as_the_parameter_that_does_the_same(string answers, string literal)
    {
        var made = folder.With("'AuditEntries'", Table("AuditEntries")).Answers(answers.Split('|')).New("-RevisionId once1");

        Assert.Equal("AddColumn AuditEntries.Text TEXT NOT NULL", Operations(made));
        Assert.Equal($"-Fill @{{ 'AuditEntries.Text' = {literal} }}", Told(made));
        var script = Script(made);
        Assert.Equal(script, Script(folder.With("'AuditEntries'", Table("AuditEntries")).New("-RevisionId once1 " + Told(made))));
    }

    [Fact]
    public void An_answer_of_the_wrong_type_is_asked_for_again()
    {
        folder.With("'Products', 'Suppliers'", Products).Answers("Value", "many", "Value", "", "Value", "7");

        var made = folder.New();

        Assert.Equal("-Fill @{ 'Products.SupplierId' = '7' }", Told(made));
        Assert.Contains("defaultValue: 7", Script(made));
        Assert.StartsWith("The model requires Products.SupplierId (INTEGER, required, Int32)", Host.Questions[0]);
        Assert.StartsWith("-Fill cannot use 'Products.SupplierId': 'many' is no Int32.\nThe model requires Products.SupplierId", Host.Questions[2]);
        Assert.StartsWith("-Fill cannot use 'Products.SupplierId': '' is no Int32.\n", Host.Questions[4]);
    }

    [Theory]
    [InlineData("Stop")]
    [InlineData("Value|many|Stop")]
    [InlineData("Value")]
    [InlineData("Expression||Stop")]
    public void Who_stops_has_nothing_written_and_the_parameter_to_paste(string answers)
    {
        folder.With("'Products', 'Suppliers'", Products).Answers(answers.Split('|'));

        var run = folder.New();

        Assert.Contains("-Fill @{ 'Products.SupplierId' = 0 }", run.MustFail("FillRequired").ErrorDetails.RecommendedAction);
        Assert.Equal("", Told(run));
        Assert.Equal(["first1.cs"], folder.Scripts());
    }

    [Fact]
    public void A_wrong_parameter_is_an_error_and_no_question()
    {
        var run = folder.With("'Products', 'Suppliers'", Products).Answers("Value", "7").New("-Fill @{ 'Products.SupplierId' = 'many' }");

        Assert.Contains("'many' is no Int32", run.MustFail("FillInvalid").ToString());
        Assert.Empty(Host.Questions);
    }

    private static string Script(Outcome made)
        => string.Join("\n", System.IO.File.ReadAllLines(made.Single<string>("Path")).Where(l => !l.StartsWith("// Created:", StringComparison.Ordinal)));
}
