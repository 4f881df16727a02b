using System;
using System.IO;
using System.Linq;
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

    [Theory]
    [InlineData("throw", "FormatException: The app has no tenant.")]
    [InlineData("static", "FormatException: The app has no country.")]
    [InlineData("missing", "Deployment.Forgot.This")]
    public void An_app_that_throws_is_one_error_and_the_next_command_works(string how, string reason)
    {
        _folder.Write("migrations/dbmigrate.psd1", "@{ }");

        Assert.Contains(reason, _session.Run($"New-DbMigration x -Assembly '{Broken}' -Context ShopContext -AppArgument {how}").MustFail("ContextNotCreated").ToString());
        Assert.Equal("CreateTable", _session.Run($"(New-DbMigration x -Assembly '{Broken}' -Context ShopContext).Operations.Kind").Single().ToString());
    }

    [Fact]
    public void An_app_that_floods_its_console_is_no_error_and_its_lines_are_in_the_debug_stream_alone()
    {
        _folder.Write("migrations/dbmigrate.psd1", "@{ }");

        var made = _session.Run($"(New-DbMigration x -Assembly '{Broken}' -Context ShopContext -AppArgument flood).Operations.Kind");

        Assert.Equal("CreateTable", made.Single().ToString());
        Assert.DoesNotContain("a line of the app", made.HostText + string.Join("\n", made.Warnings.Concat(made.Verbose)));
    }

    [Theory]
    [InlineData("Microsoft.EntityFrameworkCore.Sqlite.dll", "ContextNotCreated")]
    [InlineData("SQLitePCLRaw.core.dll", "ContextNotCreated")]
    [InlineData("Microsoft.EntityFrameworkCore.Relational.dll", "EfCoreNotFound")]
    public void A_dependency_that_was_not_deployed_is_one_error_that_names_it(string file, string expected)
    {
        _folder.Write("migrations/dbmigrate.psd1", "@{ }");

        // Without the list of packages, as on a machine that has none: they are no substitute for what is missing.
        foreach (var source in Directory.GetFiles(Path.GetDirectoryName(Fixture("WorkerService"))!).Where(f => Path.GetFileName(f) is var name && name != file && name != "WorkerService.deps.json"))
            File.Copy(source, Path.Combine(Directory.CreateDirectory(_folder["deployed"]).FullName, Path.GetFileName(source)));

        var error = _session.Run("New-DbMigration x -Assembly deployed/WorkerService.dll").MustFail(expected);

        Assert.Contains(Path.GetFileNameWithoutExtension(file), error.ToString());
        Assert.Equal("", _session.Run($"Get-DbMigrationContext -Assembly '{Fixture("WorkerService")}'").Single<string>("Problem"));
    }

    [Fact]
    public void A_limit_that_is_no_number_is_refused()
        => _session.Run($"$env:DBMIGRATE_STARTTIMEOUT = 'soon'; try {{ Get-DbMigrationContext -Assembly '{Broken}' }} finally {{ $env:DBMIGRATE_STARTTIMEOUT = '' }}").MustFail("EnvironmentInvalid");

    private static string Fixture(string name)
        => Path.Combine(Repository.Root, "tests", "Fixtures", "Kinds", name, "bin", Repository.Configuration, "net10.0", name + ".dll");
}
