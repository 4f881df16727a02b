using System;
using System.Linq;
using DbMigrate.Module.Tests.Hosting;
using Xunit;

namespace DbMigrate.Module.Tests.EndToEnd;

public sealed class ConfirmationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Session _session;
    private readonly Database _database;
    private readonly string _arguments;

    public ConfirmationTests()
    {
        _folder.Write("migrations/dbmigrate.psd1", "@{ }");
        _folder.WriteRevision("first1", "");
        _folder.WriteRevision("second2", "first1");
        _folder.WriteRevision("third3", "second2");
        _session = new Session(_folder.Path);
        _database = new Database(_folder["test.db"]);
        _arguments = $"-Provider Sqlite {_database.Argument}";
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Undo_asks_for_each_revision()
    {
        _session.Run($"Update-Database {_arguments}").MustSucceed();
        Answer("Yes", "Yes");

        Assert.Equal(["third3", "second2"], _session.Run($"Undo-DbMigration -2 {_arguments}").All<string>("Revision"));

        Assert.Contains("Undo revision third3 'a change' in the", _session.Host.Questions[0]);
        Assert.Contains(_database.Path, _session.Host.Questions[0]);
        Assert.Equal(2, _session.Host.Questions.Count);
    }

    [Fact]
    public void Yes_to_all_is_asked_once()
    {
        Answer("Yes to All");

        Assert.Equal(3, _session.Run($"Update-Database -Confirm {_arguments}").MustSucceed().Output.Count);
        Assert.Single(_session.Host.Questions);
    }

    [Fact]
    public void The_first_no_ends_the_list()
    {
        Answer("Yes", "No");
        Assert.Equal(["first1"], _session.Run($"Update-Database -Confirm {_arguments}").All<string>("Revision"));

        _session.Run($"Update-Database {_arguments}").MustSucceed();
        Answer("Yes", "No");
        Assert.Equal(["third3"], _session.Run($"Undo-DbMigration base {_arguments}").All<string>("Revision"));
        Assert.Equal(["first1", "second2"], _database.Applied());
    }

    [Fact]
    public void Update_does_not_ask_by_itself()
    {
        _session.Run($"Update-Database {_arguments}").MustSucceed();
        Assert.Empty(_session.Host.Questions);
    }

    [Theory]
    [InlineData("CI")]
    [InlineData("TF_BUILD")]
    [InlineData("GITHUB_ACTIONS")]
    public void In_a_pipeline_nobody_is_asked(string variable)
    {
        _session.Run($"Update-Database {_arguments}").MustSucceed();
        Environment.SetEnvironmentVariable(variable, "true");
        try
        {
            var error = _session.Run($"Undo-DbMigration {_arguments}").MustFail("ConfirmationRequired");
            Assert.Contains(variable, error.ToString());
            Assert.Contains("-Confirm:$false", error.ErrorDetails.RecommendedAction);
            Assert.Empty(_session.Host.Questions);
            Assert.Equal(3, _database.Applied().Count);

            _session.Run($"Undo-DbMigration -Confirm:$false {_arguments}").MustSucceed();
        }
        finally
        {
            Environment.SetEnvironmentVariable(variable, null);
        }
    }

    [Fact]
    public void A_host_that_cannot_ask_gives_our_own_error()
    {
        _session.Run($"Update-Database {_arguments}").MustSucceed();

        _session.Run($"Undo-DbMigration {_arguments}").MustFail("ConfirmationRequired");
        _session.Run($"Update-Database first1 -Confirm {_arguments}").MustSucceed();
        Assert.Equal(3, _database.Applied().Count);
    }

    [Fact]
    public void Debug_lines_that_nobody_can_confirm_are_shown_all_the_same()
    {
        var run = _session.Run($"Update-Database -Debug {_arguments} -Confirm:$false").MustSucceed();

        Assert.Equal(3, run.Output.Count);
        Assert.Contains("DEBUG: ", run.HostText);
    }

    [Fact]
    public void With_debug_other_lines_that_nobody_can_confirm_are_shown_all_the_same()
    {
        _session.Run($"Update-Database {_arguments}").MustSucceed();
        _folder.Write("migrations/dbmigrate.psd1", "@{ Locations = @('versions', 'nowhere') }");

        var run = _session.Run($"Update-Database -Debug {_arguments} -Confirm:$false").MustSucceed();

        Assert.Contains("has nothing to apply.", run.HostText, StringComparison.Ordinal);
        Assert.Contains("WARNING: ", run.HostText, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_to_do_asks_nothing()
        => Assert.Empty(_session.Run($"Undo-DbMigration base {_arguments}").MustSucceed().Output);

    private void Answer(params string[] answers) => answers.ToList().ForEach(_session.Host.Answers.Enqueue);
}
