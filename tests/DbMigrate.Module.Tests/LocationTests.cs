using System;
using System.Linq;
using DbMigrate.Module.Tests.Hosting;
using Xunit;

namespace DbMigrate.Module.Tests;

/// <summary>The folders with scripts, as the settings name them.</summary>
public sealed class LocationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Session _session;

    public LocationTests()
    {
        Settings("");
        _folder.WriteNode("aaaa1");
        _folder.WriteNode("bbbb2", "aaaa1", folder: "migrations/versions/2026");
        _session = new Session(_folder.Path);
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("", "aaaa1")]
    [InlineData("RecursiveLocations = $false", "aaaa1")]
    [InlineData("RecursiveLocations = $true", "bbbb2 aaaa1")]
    [InlineData("FileNameTemplate = '{year}/{rev}'", "bbbb2 aaaa1")]
    [InlineData("Locations = 'versions', 'versions/2026'", "bbbb2 aaaa1")]
    [InlineData("Locations = 'versions', 'versions/2026'; RecursiveLocations = $true", "bbbb2 aaaa1")]
    public void C55_nested_folders_are_read_where_the_settings_say_so(string entries, string ids)
    {
        Settings(entries);

        Assert.Equal(ids, History().Ids);
        Assert.Equal(ids, string.Join(" ", _session.Run("Update-Database -Provider Sqlite -ConnectionString 'Data Source=test.db'").All<string>("Revision").Reverse()));
    }

    [Fact]
    public void C55_a_folder_that_is_listed_twice_is_read_once_and_a_warning_says_so()
    {
        Settings("Locations = 'versions', './versions/'");

        var (ids, warnings) = History();

        Assert.Equal("aaaa1", ids);
        Assert.Equal($"The version location {_folder["migrations/versions"]} is listed more than once; it is read once.", Assert.Single(warnings));
    }

    [Fact]
    public void A_folder_that_is_missing_is_reported()
    {
        Settings("Locations = 'versions', 'vresions'");

        var (ids, warnings) = History();

        Assert.Equal("aaaa1", ids);
        Assert.Equal($"The version location {_folder["migrations/vresions"]} does not exist; it is taken as empty.", Assert.Single(warnings));
    }

    private (string Ids, string[] Warnings) History()
    {
        var history = _session.Run("Get-DbMigrationHistory");
        return (string.Join(" ", history.All<string>("Revision")), [.. history.Warnings]);
    }

    private void Settings(string entries) => _folder.Write("migrations/dbmigrate.psd1", $"@{{ {entries} }}");
}
