using System;
using System.Linq;
using DbMigrate.Module.Tests.Hosting;
using Xunit;

namespace DbMigrate.Module.Tests.EndToEnd;

/// <summary>Plans that reach into another branch: aaaa1, on it cccc1 (sales) and dddd1, and cccc2 (stock), on which dddd2 needs cccc1.</summary>
public sealed class SiblingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Session _session;
    private readonly Database _database;

    public SiblingTests()
    {
        _folder.Write("migrations/dbmigrate.psd1", "@{ }");
        _folder.WriteNode("aaaa1");
        _folder.WriteNode("cccc1", "aaaa1", "invoices", "sales");
        _folder.WriteNode("dddd1", "cccc1");
        _folder.WriteNode("cccc2", "aaaa1", "stock", "stock");
        _folder.WriteNode("dddd2", "cccc2", dependsOn: "cccc1");
        _session = new Session(_folder.Path);
        _database = new Database(_folder["test.db"]);
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("Yes", "aaaa1 cccc1 cccc2 dddd2")]
    [InlineData("No", "")]
    public void Applying_what_another_branch_brings_is_asked(string answer, string applied)
    {
        _session.Host.Answers.Enqueue(answer);

        Assert.Equal(applied, string.Join(" ", Run("Update-Database stock@head").All<string>("Revision")));

        Assert.Contains("This also applies 1 revision of other branches", Assert.Single(_session.Host.Questions));
        Assert.Contains("cccc1 (invoices)", _session.Host.Questions[0]);
    }

    [Theory]
    [InlineData("Yes", "aaaa1 cccc2")]
    [InlineData("No", "aaaa1 cccc1 cccc2 dddd2")]
    public void Undoing_what_another_branch_depends_on_is_asked(string answer, string left)
    {
        Run("Update-Database stock@head -Force").MustSucceed();
        _session.Host.Answers.Enqueue(answer);

        Run("Undo-DbMigration sales@aaaa1 -Confirm:$false").MustSucceed();

        Assert.Contains("This also undoes 1 revision of other branches", Assert.Single(_session.Host.Questions));
        Assert.Contains("dddd2", _session.Host.Questions[0]);
        Assert.Equal(left, string.Join(" ", _database.Applied().Order()));
    }

    [Theory]
    [InlineData("Update-Database stock@head")]
    [InlineData("Update-Database stock@head -Confirm:$false")]
    public void Where_nobody_can_answer_nothing_is_done(string command)
    {
        Assert.Contains("-Force", Run(command).MustFail("SiblingBranch").ErrorDetails.RecommendedAction);
        Environment.SetEnvironmentVariable("CI", "true");
        try
        {
            Assert.Contains("CI is set", Run(command).MustFail("SiblingBranch").ToString());
            Assert.Empty(_session.Host.Questions);
            Assert.False(_database.Exists);

            Assert.Equal(4, Run(command + " -Force").MustSucceed().Output.Count);
        }
        finally
        {
            Environment.SetEnvironmentVariable("CI", null);
        }
    }

    [Fact]
    public void The_SQL_comes_with_a_warning()
    {
        var run = Run("Update-Database stock@head -AsSql").MustSucceed();

        Assert.Contains("cccc1 (invoices)", Assert.Single(run.Warnings));
        Assert.Empty(Run("Update-Database stock@head -AsSql -Force").MustSucceed().Warnings);
    }

    [Fact]
    public void WhatIf_says_so_and_asks_nothing()
    {
        var run = Run("Update-Database stock@head -WhatIf").MustSucceed();

        Assert.Contains("cccc1 (invoices)", Assert.Single(run.Warnings));
        Assert.Contains("What if: Apply revision dddd2", run.HostText);
        Assert.Empty(_session.Host.Questions);
    }

    [Theory]
    [InlineData("Update-Database heads")]
    [InlineData("Update-Database sales@head")]
    [InlineData("Update-Database stock@head, cccc1")]
    public void What_was_named_is_not_asked_about(string command)
    {
        Run(command).MustSucceed();
        Run("Undo-DbMigration base -Confirm:$false").MustSucceed();
        Assert.Empty(_database.Applied());
    }

    [Fact]
    public void The_first_no_ends_the_list_across_branches()
    {
        Run("Update-Database heads").MustSucceed();
        new[] { "Yes", "Yes", "No" }.ToList().ForEach(_session.Host.Answers.Enqueue);

        Assert.Equal(["dddd2", "cccc2"], Run("Undo-DbMigration aaaa1").All<string>("Revision"));

        Assert.Equal(["aaaa1", "cccc1", "dddd1"], _database.Applied().Order());
    }

    private Outcome Run(string command) => _session.Run($"{command} -Provider Sqlite {_database.Argument}");
}
