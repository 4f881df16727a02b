using System.IO;
using DbMigrate.Module.Tests.Hosting;
using Xunit;

namespace DbMigrate.Module.Tests.Console;

/// <summary>The Package Manager Console's default project is the target where nobody names one.</summary>
public sealed class DefaultProjectTests(ConsoleFixture console) : IClassFixture<ConsoleFixture>
{
    private readonly Session _session = console.Session;

    [Fact]
    public void It_is_the_target_in_its_active_configuration_with_what_is_in_editors_saved()
    {
        Reset();

        Assert.Equal("ShopContext", _session.Run("Get-DbMigrationContext").Single<string>("Name"));

        Assert.Equal("1 1", Counts());
        Assert.True(File.Exists(console.Folder[Path.Combine("src", "Shop", "bin", "Release", "net10.0", "Shop.dll")]));
        Assert.False(Directory.Exists(console.Folder[Path.Combine("src", "Shop", "bin", "Debug")]));

        // What is taken as it was built needs nothing saved.
        Assert.Equal("ShopContext", _session.Run("Get-DbMigrationContext -NoBuild").Single<string>("Name"));
        Assert.Equal("2 1", Counts());
    }

    [Theory]
    [InlineData("Get-DbMigrationHistory")]
    [InlineData("Get-DbMigrationContext -Project nowhere")]
    [InlineData("Get-DbMigrationStatus -Provider Sqlite -ConnectionString 'Data Source=none.db'")]
    public void It_is_not_asked_for_where_it_is_not_needed(string command)
    {
        Reset();

        _session.Run(command);

        Assert.Equal("0 0", Counts());
    }

    [Fact]
    public void None_is_asked_for_in_another_host()
    {
        using var other = new Session(console.Folder.Path);
        other.Run("function global:Get-Project { throw 'asked' }");

        Assert.Equal("ShopContext", other.Run("Get-DbMigrationContext -Configuration Release").Single<string>("Name"));
    }

    [Theory]
    [InlineData("", "the console has no default project")]
    [InlineData("throw 'No solution is open.'", "the console does not tell its default project: No solution is open.")]
    public void Where_there_is_none_the_error_says_so(string body, string expected)
    {
        using var other = new Session(console.Folder.Path, RecordingHost.PackageManager);
        other.Run($"function global:Get-Project {{ {body} }}").MustSucceed();

        Assert.Contains(expected, other.Run("Get-DbMigrationContext").MustFail("TargetNotFound").ToString());
    }

    [Fact]
    public void The_settings_win_over_it()
    {
        Reset();
        var settings = console.Folder["named/dbmigrate.psd1"];
        console.Folder.Write("named/dbmigrate.psd1", "@{ Project = '../src/Nothing' }");

        Assert.NotNull(_session.Run("New-DbMigration x -Path named").Error);

        Assert.Equal("0 0", Counts());
        File.Delete(settings);
    }

    private void Reset() => _session.Run("$global:asked = 0; $global:saves = 0").MustSucceed();

    private string Counts() => _session.Run("\"$global:asked $global:saves\"").Single().ToString()!;
}
