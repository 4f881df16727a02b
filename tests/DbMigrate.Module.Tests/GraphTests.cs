using System;
using DbMigrate.Module.Tests.Hosting;
using Xunit;

namespace DbMigrate.Module.Tests;

public sealed class GraphTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Session _session;

    public GraphTests()
    {
        _folder.Write("migrations/dbmigrate.psd1", "@{ }");
        _folder.WriteRevision("aaaa1", "", "open the shop");
        _folder.WriteRevision("bbbb2", "aaaa1", "add email");
        _folder.WriteRevision("cccc3", "bbbb2", "drop fax");
        _session = new Session(_folder.Path);
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void History_lists_the_newest_first()
    {
        var history = _session.Run("Get-DbMigrationHistory");

        Assert.Equal(["cccc3", "bbbb2", "aaaa1"], history.All<string>("Revision"));
        Assert.Equal([true, false, false], history.All<bool>("IsHead"));
        Assert.Null(history.Output[0].Properties["IsApplied"].Value);
    }

    [Fact]
    public void The_head_is_what_nobody_builds_on()
        => Assert.Equal("cccc3", _session.Run("Get-DbMigrationHead").Single<string>("Revision"));

    [Theory]
    [InlineData("Get-DbMigration", "cccc3")]
    [InlineData("Get-DbMigration bbbb2", "bbbb2")]
    [InlineData("Get-DbMigration BBBB", "bbbb2")]
    [InlineData("Get-DbMigration -1", "bbbb2")]
    [InlineData("Get-DbMigration head-2", "aaaa1")]
    [InlineData("Get-DbMigration -Path ./migrations/ aaaa1", "aaaa1")]
    public void A_revision_is_found_by(string command, string expected)
        => Assert.Equal(expected, _session.Run(command).Single<string>("Revision"));

    [Fact]
    public void Revisions_bind_from_the_pipeline_by_property_name()
        => Assert.Equal(["cccc3", "bbbb2", "aaaa1"], _session.Run("Get-DbMigrationHistory | Get-DbMigration").All<string>("Revision"));

    [Fact]
    public void An_object_without_a_revision_is_refused()
        => Assert.StartsWith("InputObjectNotBound", _session.Run("'b2' | Get-DbMigration").Error!.FullyQualifiedErrorId);

    [Theory]
    [InlineData("Get-DbMigration nowhere", "RevisionNotFound")]
    [InlineData("Get-DbMigration ''", "RevisionMissing")]
    [InlineData("Get-DbMigration $null", "RevisionMissing")]
    [InlineData("[pscustomobject]@{ Revision = $null } | Get-DbMigration", "RevisionMissing")]
    [InlineData("Get-DbMigrationHistory -Path nowhere", "FolderNotFound")]
    [InlineData("Get-DbMigrationHistory -Path Env:/x", "PathInvalid")]
    public void Bad_input_is_an_error_of_the_catalogue(string command, string id) => _session.Run(command).MustFail(id);

    [Fact]
    public void The_folder_may_come_from_the_environment()
    {
        Environment.SetEnvironmentVariable("DBMIGRATE_PATH", "./migrations");
        try
        {
            Assert.Equal("cccc3", _session.Run("Get-DbMigrationHead").Single<string>("Revision"));
            _session.Run("Get-DbMigrationHead -Path elsewhere").MustFail("FolderNotFound");
        }
        finally
        {
            Environment.SetEnvironmentVariable("DBMIGRATE_PATH", null);
        }
    }
}
