using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using DbMigrate.Module.Tests.Hosting;
using Xunit;

namespace DbMigrate.Module.Tests;

/// <summary>Model, revisions and database against each other, and what would mend the differences.</summary>
public sealed class CompareTests : IClassFixture<SharedSession>, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Session _session;
    private readonly Database _database;

    public CompareTests(SharedSession shared)
    {
        _session = shared.Session;
        _folder.Write("migrations/dbmigrate.psd1", "@{ Exclude = @{ Tables = 'Foreign*' } }");
        _session.Runspace.SessionStateProxy.Path.SetLocation(_folder.Path);
        _database = new Database(_folder["test.db"]);
        Run($"New-DbMigration first -RevisionId first1 {WarehouseTarget.Argument}").MustSucceed();
        Run($"Update-Database -Provider Sqlite {_database.Argument}").MustSucceed();
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Right_after_applying_nothing_differs_in_any_pair()
    {
        string[] sides = ["Model", "database", "head", "current"];
        foreach (var (left, right) in sides.SelectMany(l => sides.Select(r => (l, r))))
            Assert.Empty(Compare($"{left} {right}"));

        Run($"Assert-DbMigration -Applied -Drift {WarehouseTarget.Argument} {_database.Argument}").MustSucceed();
    }

    [Fact]
    public void Each_difference_comes_with_what_would_mend_it()
    {
        _database.Query("DROP INDEX IX_Names");
        _database.Query("ALTER TABLE Suppliers ADD COLUMN Phone TEXT");
        _database.Query("CREATE INDEX IX_Mine ON Suppliers (Name)");
        _database.Query("CREATE TABLE Theirs (Id INTEGER)");
        _database.Query("CREATE VIEW TheirView AS SELECT 1");
        _database.Query("CREATE TABLE ForeignOne (Id INTEGER)");
        string[] expected =
        [
            "Missing index Products.IX_Names: CreateIndex Products IX_Names (Name)",
            "Unexpected column Suppliers.Phone: DropColumn Suppliers.Phone",
            "Unexpected index Suppliers.IX_Mine: DropIndex Suppliers IX_Mine",
            "Unexpected table Theirs: ",
            "Unexpected view TheirView: ",
        ];

        Assert.Equal(expected, Compare(""));
        Assert.Equal(expected, Compare("current"));
        Assert.Equal(expected, Compare("-Reference head -Difference Database"));
        Assert.Contains("Unexpected index Products.IX_Names: DropIndex Products IX_Names", Compare("Database Model"));
        Assert.Contains("Missing table Theirs: CreateTable Theirs (Id)", Compare("Database Model"));
    }

    [Fact]
    public void A_table_that_a_revision_once_made_may_be_dropped()
    {
        _folder.WriteRevision("second2", "first1", up: "migrationBuilder.DropTable(\"AuditEntries\");");
        Run($"Set-DbMigrationStamp -Provider Sqlite {_database.Argument}").MustSucceed();

        Assert.Equal(["Unexpected table AuditEntries: DropTable AuditEntries"], Compare("current"));
    }

    [Fact]
    public void Revisions_are_compared_without_a_database()
    {
        var found = Run("Compare-DbSchema head base -Provider Sqlite").MustSucceed().Output;

        Assert.Equal(["Missing table AuditEntries", "Missing table Products", "Missing table Suppliers"], found.Select(f => $"{Text(f, "Kind")} {Text(f, "Object")}"));
        Assert.Equal("", Text(found[0], "Actual"));
        Assert.Equal("2 columns (Id, Text)", Text(found[0], "Expected"));
        Assert.Contains("Pass -Project or -Assembly", Run("Compare-DbSchema Model base -Provider Sqlite").MustFail("TargetNotFound").ErrorDetails.RecommendedAction);
    }

    [Fact]
    public void An_assertion_that_fails_lists_the_differences()
    {
        _database.Query("DROP INDEX IX_Names");
        _folder.WriteRevision("more2", "first1");

        var error = Run($"Assert-DbMigration -Applied -Drift -Provider Sqlite {_database.Argument}").MustFail("AssertionFailed");

        Assert.Equal(
            """
            Not applied: more2.
            The database differs from its applied revisions in 1 thing.
              index Products.IX_Names is missing: (Name)
            """,
            error.Exception.Message.ReplaceLineEndings());
        Assert.Equal("index Products.IX_Names", Text(PSObject.AsPSObject(((Array)error.TargetObject).GetValue(0)!), "Object"));
        Assert.Contains("more2", Run($"Assert-DbMigration -Applied -Provider Sqlite {_database.Argument}").MustFail("AssertionFailed").ToString());
        Run($"Assert-DbMigration {WarehouseTarget.Argument}").MustSucceed();
        Run("Assert-DbMigration -Provider Sqlite").MustFail("TargetNotFound");
        Assert.Equal("False", Run($"Test-DbMigration -Drift -Provider Sqlite {_database.Argument}").Single().ToString());
    }

    [Fact]
    public void Differences_are_a_table()
    {
        _database.Query("DROP INDEX IX_Names");

        Assert.Equal(
            """

            Kind       Object                     Expected             Actual
            ----       ------                     --------             ------
            Missing    index Products.IX_Names    (Name)


            """.ReplaceLineEndings("\n"),
            string.Join("\n", _session.Show($"Compare-DbSchema current -Provider Sqlite {_database.Argument}").Split('\n').Select(line => line.TrimEnd())));
    }

    private IReadOnlyList<string> Compare(string sides)
        => [.. Run($"Compare-DbSchema {sides} {WarehouseTarget.Argument} {_database.Argument}").MustSucceed().Output
            .Select(d => $"{Text(d, "Kind")} {Text(d, "Object")}: {string.Join(", ", ((object[])d.Properties["Operations"].Value).Select(o => o.ToString()))}")];

    private Outcome Run(string script) => _session.Run(script);

    private static string Text(PSObject item, string property) => Outcome.Value<string>(item, property);
}
