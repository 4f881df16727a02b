using System;
using System.IO;
using DbMigrate.Module.Tests.Hosting;
using Xunit;

namespace DbMigrate.Module.Tests.Targets;

/// <summary>What the app of a target is started with, and what becomes of a command when it does not start.</summary>
public sealed class AppArgumentTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Session _session;

    public AppArgumentTests() => _session = new Session(_folder.Path);

    private static string Broken => Fixture("BrokenApp");

    public void Dispose()
    {
        _session.Run("Remove-Module DbMigrate");
        _session.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Arguments_come_from_the_parameter_or_else_from_the_settings()
    {
        _folder.Write("migrations/dbmigrate.psd1", $"@{{ Assembly = '{Fixture("WebApp")}'; Context = 'ShopContext'; AppArguments = '--ConnectionStrings:Shop', 'Data Source=settings.db' }}");
        string Database(string arguments) => Path.GetFileName(_session.Run($"Get-DbMigrationContext -Context ShopContext {arguments}").Single<string>("DataSource"));

        Assert.Equal("settings.db", Database(""));
        Assert.Equal("given.db", Database("-AppArgument '--ConnectionStrings:Shop', 'Data Source=given.db'"));
        Assert.Equal("plain.db", Database("-AppArgument @()"));
    }

    [Fact]
    public void An_app_that_hangs_is_cut_off_and_the_next_command_works()
    {
        var error = _session.Run($"$env:DBMIGRATE_STARTTIMEOUT = '1'; try {{ Get-DbMigrationContext -Assembly '{Broken}' -Context ShopContext -AppArgument hang }} finally {{ $env:DBMIGRATE_STARTTIMEOUT = '' }}").MustFail("AppNotReady");

        Assert.Contains("has not built its host within 1 second", error.ToString());
        Assert.Contains("$env:DBMIGRATE_STARTTIMEOUT", error.ErrorDetails.RecommendedAction);
        Assert.Equal("", _session.Run($"Get-DbMigrationContext -Assembly '{Broken}' -Context ShopContext").Single<string>("Problem"));
    }

    [Fact]
    public void An_app_that_exits_is_one_error_and_the_next_command_works()
    {
        Assert.Contains("exit code 7", _session.Run($"Get-DbMigrationContext -Assembly '{Broken}' -Context ShopContext -AppArgument exit").MustFail("WorkerFailed").ToString());
        Assert.Equal("", _session.Run($"Get-DbMigrationContext -Assembly '{Broken}' -Context ShopContext").Single<string>("Problem"));
    }

    [Fact]
    public void A_limit_that_is_no_number_is_refused()
        => _session.Run($"$env:DBMIGRATE_STARTTIMEOUT = 'soon'; try {{ Get-DbMigrationContext -Assembly '{Broken}' }} finally {{ $env:DBMIGRATE_STARTTIMEOUT = '' }}").MustFail("EnvironmentInvalid");

    private static string Fixture(string name)
        => Path.Combine(Repository.Root, "tests", "Fixtures", "Kinds", name, "bin", Repository.Configuration, "net10.0", name + ".dll");
}
