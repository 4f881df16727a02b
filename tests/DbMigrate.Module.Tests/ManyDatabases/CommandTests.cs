using System;
using System.Linq;
using Xunit;

namespace DbMigrate.Module.Tests.ManyDatabases;

/// <summary>Every command on three databases; scripts written by hand.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly ThreeFiles _files = new();

    public CommandTests()
    {
        // Audit was added after the first revision.
        _files.Write("first1", "", ThreeFiles.Table("Shop", "Customers"), ThreeFiles.Table("Orders", "Orders"));
        _files.Write("second2", "first1", ThreeFiles.Table("Orders", "Lines"), ThreeFiles.Table("Audit", "Entries"));
    }

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Update_and_undo_act_on_all_databases_each_with_its_own_methods_and_history()
    {
        var steps = _files.Session.Run("Update-Database");

        Assert.Equal(["Shop first1", "Shop second2", "Orders first1", "Orders second2", "Audit first1", "Audit second2"], steps.MustSucceed().Output.Select(o => $"{o.Properties["Database"].Value} {o.Properties["Revision"].Value}"));
        Assert.Equal(["Customers"], _files["Shop"].Tables());
        Assert.Equal(["Lines", "Orders"], _files["Orders"].Tables());
        Assert.Equal(["Entries"], _files["Audit"].Tables());
        Assert.Equal(["first1", "second2"], _files["Audit"].Applied());

        _files.Session.Run("Undo-DbMigration -Confirm:$false").MustSucceed();

        Assert.Equal(["Orders"], _files["Orders"].Tables());
        Assert.Empty(_files["Audit"].Tables());
        Assert.Equal(["Customers"], _files["Shop"].Tables());
        Assert.Equal(["first1"], _files["Shop"].Applied());
    }

    [Fact]
    public void Only_the_named_databases_are_touched()
    {
        Assert.Equal(["Orders", "Orders"], _files.Session.Run("Update-Database -Database Orders").All<string>("Database"));

        Assert.False(_files["Shop"].Exists);
        Assert.False(_files["Audit"].Exists);
    }

    [Fact]
    public void Each_object_of_the_pipeline_says_which_database_goes_where()
    {
        _files.Session.Run("Update-Database first1 -Database Shop").MustSucceed();

        _files.Session.Run("[pscustomobject]@{ Database = 'Orders'; Revision = 'first1' }, [pscustomobject]@{ Database = 'Shop'; Revision = 'head' } | Update-Database").MustSucceed();

        Assert.Equal(["first1", "second2"], _files["Shop"].Applied());
        Assert.Equal(["first1"], _files["Orders"].Applied());
        Assert.Equal(["Audit"], _files.Session.Run("Get-DbMigrationStatus | Where-Object { -not $_.Current } | Update-Database").All<string>("Database").Distinct());
    }

    [Fact]
    public void A_failure_says_what_happened_to_the_others_and_ends_the_command()
    {
        _files.Write("third3", "second2", ThreeFiles.Table("Shop", "Carts"), ("Orders", "INSERT INTO Nowhere VALUES (1)", ""), ThreeFiles.Table("Audit", "Marks"));

        var run = _files.Session.Run("Update-Database");

        var error = run.MustFail("RevisionFailed").ToString();
        Assert.StartsWith("Database 'Orders': ", error);
        Assert.Contains("third3", error);
        Assert.Contains("\nDatabase 'Shop': applied first1, second2, third3.\nDatabase 'Audit': not touched.", error);
        Assert.Equal(5, run.Output.Count);
        Assert.Equal(["first1", "second2"], _files["Orders"].Applied());
        Assert.False(_files["Audit"].Exists);

        _files.Write("third3", "second2", ThreeFiles.Table("Shop", "Carts"), ThreeFiles.Table("Orders", "Notes"), ThreeFiles.Table("Audit", "Marks"));
        _files.Session.Run("Update-Database").MustSucceed();
        Assert.Equal(["Lines", "Notes", "Orders"], _files["Orders"].Tables());
        Assert.Equal(["Entries", "Marks"], _files["Audit"].Tables());
    }

    [Fact]
    public void Nothing_is_applied_anywhere_where_a_plan_cannot_be_made()
    {
        _files.Session.Run("Update-Database -Database Audit").MustSucceed();
        _files["Audit"].Query("UPDATE \"__DbMigrationHistory\" SET \"Revision\" = '' WHERE \"Revision\" = 'first1'");

        Assert.StartsWith("Database 'Audit': ", _files.Session.Run("Update-Database").MustFail("HistoryInvalid").ToString());
        Assert.False(_files["Shop"].Exists);
    }

    [Fact]
    public void Two_names_for_one_file_are_refused()
    {
        Environment.SetEnvironmentVariable(ThreeFiles.Variable("Audit"), _files["Orders"].ConnectionString);

        Assert.Contains("'Orders' and 'Audit' are the same database", _files.Session.Run("Update-Database").MustFail("DatabaseAmbiguous").ToString());
        Assert.False(_files["Shop"].Exists);
    }

    [Fact]
    public void WhatIf_names_each_database_and_creates_none()
    {
        var shown = _files.Session.Run("Update-Database -WhatIf").MustSucceed().HostText;

        Assert.Contains("What if: Apply revision first1 'a change' to the database 'Orders' (", shown);
        Assert.Contains("-- Apply second2 to Audit: a change", shown);
        Assert.False(_files["Shop"].Exists);
    }

    [Fact]
    public void Sql_is_returned_for_one_database_only()
    {
        _files.Session.Run("Update-Database -AsSql").MustFail("DatabaseAmbiguous");

        var sql = string.Concat(_files.Session.Run("Update-Database -AsSql -Database Audit").MustSucceed().Output);
        Assert.Contains("CREATE TABLE Entries", sql);
        Assert.DoesNotContain("CREATE TABLE Orders", sql);
    }

    [Fact]
    public void History_counts_what_all_chosen_databases_have()
    {
        _files.Session.Run("Update-Database; Undo-DbMigration -Database Audit -Confirm:$false").MustSucceed();

        Assert.Equal([false, true], _files.Session.Run("Get-DbMigrationHistory -IndicateCurrent").All<bool>("IsApplied"));
        Assert.Equal([true, true], _files.Session.Run("Get-DbMigrationHistory -IndicateCurrent -Database Shop, Orders").All<bool>("IsApplied"));
        Assert.Equal([true, false], _files.Session.Run("Get-DbMigrationHistory -IndicateCurrent -Database Orders").All<bool>("IsCurrent"));
        Assert.Equal([false, false], _files.Session.Run("Get-DbMigrationHistory -IndicateCurrent").All<bool>("IsCurrent"));
    }

    [Theory]
    [InlineData("Shop")]
    [InlineData("Orders")]
    [InlineData("Audit")]
    public void C49_all_three_databases_are_looked_at(string behind)
    {
        _files.Session.Run("Update-Database").MustSucceed();
        Assert.True((bool)_files.Session.Run("Test-DbMigration -Applied").Single().BaseObject);
        _files.Session.Run($"Undo-DbMigration -Database {behind} -Confirm:$false").MustSucceed();

        var test = _files.Session.Run("Test-DbMigration -Applied -Verbose");

        Assert.False((bool)test.Single().BaseObject);
        Assert.Contains($"Database '{behind}': Not applied: second2.", test.Verbose);
    }

    [Theory]
    [InlineData("Update-Database -Database Shop -Verbose")]
    [InlineData("$VerbosePreference = 'Continue'; Update-Database -Database Shop")]
    public void Each_statement_is_told_to_whoever_wants_to_know(string command)
        => Assert.Contains(_files.Session.Run(command).MustSucceed().Verbose, line => line.Contains("statement 1 of", StringComparison.Ordinal));

    [Fact]
    public void A_database_that_cannot_be_read_does_not_hide_the_others()
    {
        _files.Session.Run("Update-Database").MustSucceed();
        System.IO.File.WriteAllText(_files["Orders"].Path, "no database at all, but a text of some length");

        var status = _files.Session.Run("Get-DbMigrationStatus");

        Assert.StartsWith("Database 'Orders': ", status.MustFail("DatabaseInvalid").ToString());
        Assert.Equal(["Shop", "Audit"], status.Output.Select(o => o.Properties["Database"].Value));
    }

    [Theory]
    [InlineData("void UpAudit(MigrationBuilder migrationBuilder) { }", "Undo-DbMigration -Database Audit -Confirm:$false", "no DownAudit")]
    [InlineData("void UpAudit() { }", "Update-Database -Database Audit", "UpAudit of revision third3 must be one method with a MigrationBuilder")]
    [InlineData("void UpAudit(MigrationBuilder migrationBuilder) => throw new System.Exception(\"broken\");", "Update-Database -Database Audit", "UpAudit of revision third3 failed: Exception: broken")]
    public void Methods_that_cannot_be_used_are_named(string members, string command, string message)
    {
        _files.Folder.WriteRevision("third3", "second2", members: members);
        if (command.StartsWith("Undo", StringComparison.Ordinal))
            _files.Session.Run("Update-Database -Database Audit").MustSucceed();

        Assert.Contains(message, _files.Session.Run(command).MustFail("ScriptFailed").ToString());
    }

    [Fact]
    public void Steps_are_shown_by_database()
        => Assert.Contains($"Database: Orders ({_files["Orders"].Path})", _files.Session.Show("Update-Database"));
}
