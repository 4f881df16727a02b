using System;
using System.IO;
using DbMigrate.Module.Tests.Hosting;
using Xunit;

namespace DbMigrate.Module.Tests.Targets;

/// <summary>The project that nobody named; one that does not build says by its error which one was taken.</summary>
public sealed class ProjectSearchTests : IDisposable
{
    private const string Unbuildable = "<Project><Nonsense /></Project>";

    private readonly TemporaryFolder _folder = new();
    private readonly Session _session;

    public ProjectSearchTests()
    {
        _folder.Write("migrations/dbmigrate.psd1", "@{ }");
        _session = new Session(_folder.Path);
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("Shop.csproj", "Shop.csproj")]
    [InlineData("Shop.vbproj src/Other.csproj", "Shop.vbproj")]
    [InlineData("src/Shop.fsproj", "src/Shop.fsproj")]
    [InlineData("src/Group/Shop/Shop.csproj", "src/Group/Shop/Shop.csproj")]
    [InlineData("src/Shop.csproj bin/A.csproj src/obj/B.csproj node_modules/x/C.csproj .cache/D.csproj src/.git/E.csproj", "src/Shop.csproj")]
    [InlineData("src/Shop.csproj a/b/c/d/TooDeep.csproj", "src/Shop.csproj")]
    public void The_project_here_or_else_the_only_one_below_is_taken(string files, string expected)
    {
        Write(files);

        Assert.Contains($"'{_folder[expected]}' does not build", _session.Run("New-DbMigration x").MustFail("BuildFailed").ToString());
    }

    [Fact]
    public void Parameter_environment_and_settings_win_over_a_project_that_is_found()
    {
        Write("Found.csproj a/Given.csproj b/Variable.csproj c/Settings.csproj");
        string Taken(string parameters) => Path.GetFileName(_session.Run("New-DbMigration x " + parameters).MustFail("BuildFailed").TargetObject.ToString()!);
        Assert.Equal("Found.csproj", Taken(""));

        _folder.Write("migrations/dbmigrate.psd1", "@{ Project = '../c' }");
        Assert.Equal("Settings.csproj", Taken(""));

        _session.Run("$env:DBMIGRATE_PROJECT = 'b'").MustSucceed();
        try
        {
            Assert.Equal("Variable.csproj", Taken(""));
            Assert.Equal("Given.csproj", Taken("-Project a"));
        }
        finally
        {
            _session.Run("$env:DBMIGRATE_PROJECT = ''").MustSucceed();
        }
    }

    [Theory]
    [InlineData("src/B/B.csproj src/A/A.csproj", "src/A/A.csproj, src/B/B.csproj.")]
    [InlineData("B.csproj A.csproj src/C.csproj", "A.csproj, B.csproj.")]
    [InlineData("a/1.csproj a/2.csproj a/3.csproj a/4.csproj a/5.csproj a/6.csproj b/7.csproj b/8.csproj b/9.csproj c/a.csproj c/b.csproj c/c.csproj", "c/a.csproj and 2 more.")]
    public void Several_are_an_error_that_lists_them(string files, string listed)
    {
        Write(files);

        var error = _session.Run("New-DbMigration x").MustFail("TargetAmbiguous");

        Assert.Contains(listed.Replace('/', Path.DirectorySeparatorChar), error.ToString());
        Assert.Contains("-Project", error.ErrorDetails.RecommendedAction);
    }

    [Fact]
    public void A_link_is_not_followed_and_a_closed_folder_is_passed_over()
    {
        Write("src/Shop.csproj");
        Directory.CreateSymbolicLink(_folder["again"], _folder["src"]);
        var closed = Directory.CreateDirectory(_folder["closed"]);
        if (!OperatingSystem.IsWindows())
            closed.UnixFileMode = UnixFileMode.None;

        _session.Run("New-DbMigration x").MustFail("BuildFailed");
    }

    [Fact]
    public void Where_a_provider_stands_for_a_target_no_project_is_looked_for()
    {
        Write("a/A.csproj b/B.csproj");

        _session.Run($"Get-DbMigrationStatus -Provider Sqlite {new Database(_folder["test.db"]).Argument}").MustSucceed();
    }

    private void Write(string files)
    {
        foreach (var file in files.Split(' '))
            _folder.Write(file, Unbuildable);
    }
}
