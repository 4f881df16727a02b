using System;
using System.Linq;
using DbMigrate.Module.Tests.Hosting;
using Xunit;

namespace DbMigrate.Module.Tests.Console;

/// <summary>What the Package Manager Console does differently: names, questions, progress, and a screen that knows nothing of itself.</summary>
public sealed class ConsoleHostTests : IDisposable
{
    private const string EfTools = """
        New-Module -Name EntityFrameworkCore -ScriptBlock {
            function Update-Database { 'EF' }
            Export-ModuleMember -Function Update-Database
        } | Import-Module -Global
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly Session _session;
    private readonly Database _database;

    public ConsoleHostTests()
    {
        _database = new Database(_folder["shop.db"]);
        _folder.Write("migrations/dbmigrate.psd1", "@{ }");
        _folder.WriteRevision("first1", "", "begin", "migrationBuilder.Sql(\"CREATE TABLE a (id INTEGER PRIMARY KEY)\");", "migrationBuilder.Sql(\"DROP TABLE a\");");
        _session = new Session(_folder.Path, RecordingHost.PackageManager);
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("Update-DbMigration")]
    [InlineData("DbMigrate\\Update-Database")]
    [InlineData("DbMigrate\\Update-DbMigration")]
    public void Beside_EFs_tools_our_cmdlet_has_names_of_its_own(string name)
    {
        _session.Run(EfTools).MustSucceed();
        Assert.Equal("EF", _session.Run("Update-Database").Single().ToString());

        Assert.Equal(["first1"], _session.Run($"{name} -Provider Sqlite {_database.Argument}").All<string>("Revision"));
    }

    [Fact]
    public void The_first_command_says_once_whose_Update_Database_it_is()
    {
        _session.Run(EfTools).MustSucceed();

        var said = Assert.Single(_session.Run("Get-DbMigrationHistory").MustSucceed().Warnings);
        Assert.Contains("In this console Update-Database is a function of EntityFrameworkCore", said);
        Assert.Contains("Type Update-DbMigration", said);
        Assert.Empty(_session.Run("Get-DbMigrationHistory").MustSucceed().Warnings);
    }

    [Fact]
    public void Nothing_is_said_without_EFs_tools_or_in_another_host()
    {
        Assert.Empty(_session.Run("Get-DbMigrationHistory").MustSucceed().Warnings);
        using var other = new Session(_folder.Path);
        other.Run(EfTools).MustSucceed();
        Assert.Empty(other.Run("Get-DbMigrationHistory").MustSucceed().Warnings);
    }

    [Theory]
    [InlineData("Yes", 0)]
    [InlineData("No", 1)]
    [InlineData(RecordingUserInterface.Escape, 1)]
    public void It_asks_and_the_escape_key_ends_the_command(string answer, int left)
    {
        _session.Run($"Update-Database -Provider Sqlite {_database.Argument}").MustSucceed();
        _session.Host.Answers.Enqueue(answer);

        var undone = _session.Run($"Undo-DbMigration -Provider Sqlite {_database.Argument}");

        Assert.Single(_session.Host.Questions);
        Assert.Equal(left, _database.Applied().Count);
        Assert.DoesNotContain(undone.Errors, e => e.FullyQualifiedErrorId.StartsWith("DbMigrate.", StringComparison.Ordinal));
    }

    [Fact]
    public void Progress_stands_for_itself_in_the_one_line_that_is_shown()
    {
        _session.Run($"Update-Database -Provider Sqlite {_database.Argument}").MustSucceed();

        Assert.NotEmpty(_session.Host.Progress);
        Assert.All(_session.Host.Progress.Where(p => p.RecordType == System.Management.Automation.ProgressRecordType.Processing), p => Assert.StartsWith(p.Activity, p.CurrentOperation));
    }

    [Theory]
    [InlineData("Get-DbMigrationHistory", "first1")]
    [InlineData("Get-DbMigration first1", "Revision")]
    [InlineData("Get-DbMigrationHistory -Graph", "* first1")]
    [InlineData("Get-DbMigration nothing", "nothing")]
    [InlineData("Update-Database -WhatIf -Provider Sqlite -ConnectionString 'Data Source=none.db'", "CREATE TABLE a")]
    public void Views_and_errors_are_shown_on_a_screen_that_knows_only_its_width(string command, string expected)
    {
        var shown = _session.Show(command);

        Assert.Contains(expected, shown);
        Assert.All(shown.Split('\n'), line => Assert.True(line.TrimEnd().Length <= FixedRawUserInterface.Width || command.Contains("WhatIf"), line));
    }
}
