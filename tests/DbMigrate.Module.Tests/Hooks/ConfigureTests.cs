using System.IO;
using Xunit;

namespace DbMigrate.Module.Tests.Hooks;

/// <summary>The hook that gives settings which are known only at run time.</summary>
public sealed class ConfigureTests(HookSession hooks) : IClassFixture<HookSession>
{
    private const string Status = "Get-DbMigrationStatus -Provider Sqlite";

    [Theory]
    [InlineData("\"Data Source=$($Argument.Place)\"")]
    [InlineData("([System.Net.NetworkCredential]::new('', \"Data Source=$($Argument.Place)\").SecurePassword)")]
    public void It_gives_the_connection_string(string expression)
    {
        var folder = hooks.Folder($"@{{ Configure = {{ @{{ ConnectionString = {expression} }} }} }}");

        Assert.Equal(folder["eu.db"], folder.Run($"{Status} -Argument @{{ Place = 'eu.db' }}").Single<string>("DataSource"));
    }

    [Fact]
    public void A_parameter_wins_over_the_environment_that_over_the_hook()
    {
        var folder = hooks.Folder("@{ Configure = { @{ ConnectionString = 'Data Source=hook.db' } } }");

        string Source(string arguments) => Path.GetFileName(folder.Run(
            $"$env:DBMIGRATE_CONNECTIONSTRING = 'Data Source=environment.db'; try {{ {Status} {arguments} }} finally {{ $env:DBMIGRATE_CONNECTIONSTRING = '' }}").Single<string>("DataSource"));

        Assert.Equal("parameter.db", Source("-ConnectionString 'Data Source=parameter.db'"));
        Assert.Equal("environment.db", Source(""));
        Assert.Equal(folder["hook.db"], folder.Run(Status).Single<string>("DataSource"));
    }

    [Fact]
    public void It_is_told_what_the_settings_say_and_may_name_the_history_table()
    {
        var folder = hooks.Folder(
            "@{ Configure = { param($database) $global:noted = \"'$($database.Database)' '$($database.Context)' $($database.HistoryTable)\"; @{ HistoryTable = 'Done' } } }",
            "@{ Context = 'Shop'; HistoryTable = 'Applied' }");

        folder.OnDatabase("Update-Database").MustSucceed();

        Assert.Equal("'' '' Applied", folder.Noted());
        Assert.Equal(["one1", "two2"], folder.Database.Query("SELECT Revision FROM Done"));
        Assert.Empty(folder.Database.Query("SELECT name FROM sqlite_master WHERE name = 'Applied'"));
    }

    [Fact]
    public void Its_time_limits_hold_unless_the_command_has_its_own()
    {
        const string endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 4000000) SELECT max(i) FROM n";
        var folder = hooks.Folder("@{ Configure = { @{ Timeout = 1; LockTimeout = 5 } } }");
        File.WriteAllText(folder["migrations/versions/two2.cs"], File.ReadAllText(folder["migrations/versions/two2.cs"]).Replace("CREATE TABLE two2 (Id INTEGER)", endless.Replace("4000000", "4000000000")));

        folder.OnDatabase("Update-Database").MustFail("StatementTimeout");
        File.WriteAllText(folder["migrations/versions/two2.cs"], File.ReadAllText(folder["migrations/versions/two2.cs"]).Replace("4000000000", "4000000"));
        folder.OnDatabase("Update-Database -Timeout 0").MustSucceed();
    }

    [Theory]
    [InlineData("@{ Connection = 'x' }", "returns the unknown key 'Connection'; known are ConnectionString, Context")]
    [InlineData("'text'", "it may return one hashtable, or nothing")]
    [InlineData("@{ }; @{ }", "returns 2 objects")]
    [InlineData("@{ ConnectionString = 5 }", "must return text for ConnectionString")]
    [InlineData("@{ ConnectionString = '' }", "must return text for ConnectionString")]
    [InlineData("@{ Timeout = '5' }", "must return a whole number of seconds for Timeout")]
    [InlineData("@{ LockTimeout = -1 }", "must return a whole number of seconds for LockTimeout")]
    public void What_it_returns_is_checked(string result, string message)
    {
        var folder = hooks.Folder($"@{{ Configure = {{ {result} }} }}");

        var error = folder.OnDatabase("Get-DbMigrationStatus").MustFail("HooksInvalid").ToString();

        Assert.Contains(folder.HooksPath, error);
        Assert.Contains(message, error);
    }

    [Fact]
    public void It_may_return_nothing()
        => Assert.Equal("test.db", Path.GetFileName(hooks.Folder("@{ Configure = { } }").OnDatabase("Get-DbMigrationStatus").Single<string>("DataSource")));

    [Fact]
    public void A_secret_that_it_gives_is_shown_nowhere()
    {
        var folder = hooks.Folder("""
            @{
                Configure = { @{ ConnectionString = 'Data Source=test.db;Password=geheim' } }
                BeforeApply = { throw "cannot open Password=geheim" }
            }
            """);

        var failed = folder.Run("Update-Database -Provider Sqlite -Verbose -Debug");

        Assert.NotNull(failed.Error);
        Assert.DoesNotContain("geheim", string.Join("\n", [failed.Error!.ToString(), failed.Error.Exception.ToString(), failed.HostText, .. failed.Verbose, .. failed.Warnings]));
    }

    [Fact]
    public void Each_database_is_asked_for_by_its_name()
    {
        var folder = hooks.Folder(
            "@{ Configure = { param($database) $global:noted += \"$($database.Database)/$($database.Context) \"; @{ ConnectionString = \"Data Source=$($database.Database).db\" } } }",
            "@{ Databases = @{ Shop = @{ Context = 'A'; Default = $true }; Logs = 'B' } }");

        var sources = folder.Run(Status).MustSucceed().All<string>("DataSource");

        Assert.Equal([folder["Shop.db"], folder["Logs.db"]], sources);
        Assert.Equal("Shop/ Logs/ ", folder.Noted());
    }
}
