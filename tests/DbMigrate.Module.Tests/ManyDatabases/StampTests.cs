using System;
using Xunit;

namespace DbMigrate.Module.Tests.ManyDatabases;

/// <summary>Stamps, checks of heads and scripts of three databases.</summary>
public sealed class StampTests : IDisposable
{
    private readonly ThreeFiles _files = new();

    public StampTests()
    {
        _files.Write("first1", "", ThreeFiles.Table("Shop", "Customers"), ThreeFiles.Table("Orders", "Orders"));
        _files.Write("second2", "first1", ThreeFiles.Table("Orders", "Lines"), ThreeFiles.Table("Audit", "Entries"));
    }

    public void Dispose() => _files.Dispose();

    [Fact]
    public void All_are_stamped_or_those_that_are_named()
    {
        Assert.Equal(["Orders"], _files.Session.Run("Set-DbMigrationStamp first1 -Database Orders").All<string>("Database"));
        Assert.False(_files["Shop"].Exists);

        Assert.Equal(["Shop", "Orders", "Audit"], _files.Session.Run("Set-DbMigrationStamp").All<string>("Database"));
        Assert.Equal(["first1", "second2"], _files["Audit"].Applied());
        Assert.Empty(_files["Audit"].Tables());
    }

    [Fact]
    public void Each_object_of_the_pipeline_says_which_database_is_where()
    {
        _files.Session.Run("[pscustomobject]@{ Database = 'Orders'; Revision = 'first1' }, [pscustomobject]@{ Database = 'Shop'; Revision = 'head' } | Set-DbMigrationStamp").MustSucceed();

        Assert.Equal(["first1"], _files["Orders"].Applied());
        Assert.Equal(["first1", "second2"], _files["Shop"].Applied());
        Assert.False(_files["Audit"].Exists);
    }

    [Fact]
    public void What_cannot_be_planned_for_one_changes_none()
    {
        _files["Audit"].Query("CREATE TABLE __DbMigrationHistory (Revision)");

        var error = _files.Session.Run("Set-DbMigrationStamp").MustFail("HistoryInvalid");

        Assert.Contains("Database 'Audit'", error.ToString());
        Assert.False(_files["Shop"].Exists);
    }

    [Fact]
    public void A_failure_in_one_says_what_became_of_the_others()
    {
        _files.Session.Run("Set-DbMigrationStamp first1 -Database Orders").MustSucceed();
        _files["Orders"].Query("CREATE TRIGGER no BEFORE INSERT ON __DbMigrationHistory BEGIN SELECT RAISE(ABORT, 'not today'); END");

        var error = _files.Session.Run("Set-DbMigrationStamp").MustFail("HistoryInvalid").ToString();

        Assert.Contains("Database 'Orders': ", error);
        Assert.Contains("not today", error);
        Assert.Contains("Database 'Shop': stamped.", error);
        Assert.Contains("Database 'Audit': not touched.", error);
        Assert.Equal(["first1"], _files["Orders"].Applied());
    }

    [Fact]
    public void The_check_of_heads_looks_at_all()
    {
        _files.Session.Run("Set-DbMigrationStamp head -Database Shop").MustSucceed();
        _files.Session.Run("Set-DbMigrationStamp first1 -Database Orders").MustSucceed();

        var error = _files.Session.Run("Get-DbMigrationStatus -CheckHeads").MustFail("NotAtHeads").ToString();

        Assert.DoesNotContain("'Shop'", error);
        Assert.Contains("Database 'Orders' at", error);
        Assert.Contains("Not applied: first1, second2.", error);
        _files.Session.Run("Get-DbMigrationStatus -CheckHeads -Database Shop").MustSucceed();
    }

    [Fact]
    public void A_script_is_of_one_database()
    {
        foreach (var command in new[] { "Export-DbMigrationScript", "Set-DbMigrationStamp -AsSql", "Update-Database -AsSql :head" })
            _files.Session.Run(command).MustFail("DatabaseAmbiguous");

        var script = _files.Session.Run("Export-DbMigrationScript -Database Orders").Single().ToString()!;
        Assert.Contains("CREATE TABLE Lines", script);
        Assert.DoesNotContain("Customers", script);
        Environment.SetEnvironmentVariable(ThreeFiles.Variable("Orders"), null);
        Assert.Equal(2, _files.Session.Run("Update-Database -AsSql :head -Database Orders").MustSucceed().Output.Count);
    }
}
