using System;
using System.Linq;
using DbMigrate.Module.Tests.Hosting;
using Xunit;

namespace DbMigrate.Module.Tests;

public sealed class StampTests(BranchingFolder folder) : IClassFixture<BranchingFolder>
{
    [Fact]
    public void Returns_where_the_database_then_stands()
    {
        var database = folder.NewDatabase();

        var status = folder.Run("Set-DbMigrationStamp a2", database);

        Assert.Equal(["a2"], status.Single<string[]>("Current"));
        Assert.Equal(["a3", "b1", "b2", "b3"], status.Single<string[]>("Pending").Order());
        Assert.Equal(["a1", "a2"], database.Applied());
    }

    [Fact]
    public void Several_revisions_may_be_named_also_by_the_pipeline()
    {
        var (listed, piped) = (folder.NewDatabase(), folder.NewDatabase());

        Assert.Equal(["a3", "b3"], folder.Run("Set-DbMigrationStamp a3, b3", listed).Single<string[]>("Current").Order());
        Assert.Equal(["a3", "b3"], folder.Run("Get-DbMigrationHead | Set-DbMigrationStamp", piped).Single<string[]>("Current").Order());
        Assert.Equal(["a3", "b3"], folder.Run("Set-DbMigrationStamp heads", listed).Single<string[]>("Current").Order());
        Assert.Equal(6, piped.Applied().Count);
    }

    [Fact]
    public void An_empty_pipeline_stamps_nothing()
    {
        var database = folder.NewDatabase();

        Assert.Empty(folder.Run("@() | Set-DbMigrationStamp", database).MustSucceed().Output);
        Assert.False(database.Exists);
    }

    [Theory]
    [InlineData("Set-DbMigrationStamp $null", "RevisionMissing")]
    [InlineData("Set-DbMigrationStamp ''", "RevisionMissing")]
    [InlineData("Set-DbMigrationStamp head", "MultipleHeads")]
    [InlineData("Set-DbMigrationStamp a1:a2", "RevisionNotFound")]
    [InlineData("Set-DbMigrationStamp nowhere", "RevisionNotFound")]
    [InlineData("Set-DbMigrationStamp a1 -Purge -AsSql", "ParametersConflict")]
    [InlineData("Set-DbMigrationStamp a1:a2, b1:b2 -AsSql", "RangeInvalid")]
    public void C46_refuses_what_makes_no_sense(string command, string error)
    {
        var database = folder.NewDatabase();

        folder.Run(command, database).MustFail(error);
        Assert.False(database.Exists);
    }

    [Fact]
    public void WhatIf_shows_the_rows_and_changes_nothing()
    {
        var database = folder.NewDatabase();

        var shown = folder.Run("Set-DbMigrationStamp a2 -WhatIf", database).MustSucceed();

        Assert.Contains("What if: Stamp the Microsoft.EntityFrameworkCore.Sqlite database", shown.HostText);
        Assert.Contains("as being at a2, recording 2 revisions, without running a script", shown.HostText);
        Assert.Contains("INSERT INTO \"__DbMigrationHistory\"", shown.HostText);
        Assert.DoesNotContain(".bail", shown.HostText);
        Assert.Empty(shown.Output);
        Assert.False(database.Exists);
    }

    [Fact]
    public void A_purge_asks_unless_told_not_to()
    {
        var database = folder.NewDatabase();
        folder.Run("Set-DbMigrationStamp a2", database).MustSucceed();
        database.Query("INSERT INTO __DbMigrationHistory SELECT 'gone', Message, AppliedAt, AppliedBy, DurationMs, ScriptHash, EfVersion, ToolVersion, Kind FROM __DbMigrationHistory LIMIT 1");
        Assert.Contains("gone", folder.Run("Set-DbMigrationStamp a1", database).MustFail("HistoryUnknownRevision").ToString());

        folder.Session.Host.Answers.Enqueue("No");
        Assert.Empty(folder.Run("Set-DbMigrationStamp a1 -Purge", database).MustSucceed().Output);
        Assert.Contains("throwing away its history of 3 rows and recording 1 revision", Assert.Single(folder.Session.Host.Questions));
        Assert.Equal(3, database.Applied().Count);

        folder.Session.Host.Answers.Enqueue("Yes");
        Assert.Equal(["a1"], folder.Run("Set-DbMigrationStamp a1 -Purge", database).Single<string[]>("Current"));
        Assert.Single(folder.Session.Host.Questions);
        Assert.Empty(folder.Run("Set-DbMigrationStamp base -Purge -Confirm:$false", database).Single<string[]>("Current"));
        Assert.Empty(folder.Session.Host.Questions);
        Assert.Empty(database.Applied());
    }

    [Fact]
    public void AsSql_reads_the_database_or_with_a_range_none()
    {
        var database = folder.NewDatabase();
        folder.Run("Set-DbMigrationStamp a1", database).MustSucceed();

        var read = Assert.IsType<string>(folder.Run("Set-DbMigrationStamp a2 -AsSql", database).Single().BaseObject);
        var range = folder.Session.Run("Set-DbMigrationStamp a1:a2 -AsSql -Provider Sqlite").Single().BaseObject;

        Assert.StartsWith(".bail on\n", read);
        Assert.Contains("-- Stamp a2\n", read);
        Assert.Equal(read, range);
        Assert.Equal(["a1"], database.Applied());
        Assert.Empty(folder.Run("Set-DbMigrationStamp a1 -AsSql", database).MustSucceed().Output);
    }

    [Fact]
    public void C48_already_there_is_no_change()
    {
        var database = folder.NewDatabase();
        folder.Run("Set-DbMigrationStamp a2", database).MustSucceed();

        Assert.Contains(folder.Run("Set-DbMigrationStamp a2 -Verbose", database).MustSucceed().Verbose, v => v.Contains("nothing to stamp", StringComparison.Ordinal));
        Assert.Equal(["2"], database.Query("SELECT COUNT(*) FROM __DbMigrationLog"));
    }
}
