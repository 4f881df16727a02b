using System.Linq;
using DbMigrate.Module.Tests.Hosting;
using Xunit;

namespace DbMigrate.Module.Tests;

public sealed class CheckHeadsTests(BranchingFolder folder) : IClassFixture<BranchingFolder>
{
    [Theory]
    [InlineData("a2", "a2", "a3, b1, b2, b3")]
    [InlineData("a3", "a3", "b1, b2, b3")]
    [InlineData("b3", "b3", "a3")]
    [InlineData("a2, b3", "b3", "a3")]
    [InlineData("a3, b2", "a3 b2", "b3")]
    [InlineData("a3, b3", "a3 b3", "")]
    public void C30_only_all_heads_pass(string stamped, string current, string missing)
    {
        var database = folder.NewDatabase();
        folder.Run($"Set-DbMigrationStamp {stamped}", database).MustSucceed();

        var outcome = folder.Run("Get-DbMigrationStatus -CheckHeads", database);

        // Alembic shows a2 beside b2 and b3; it is implied by them, and here only effective heads are current.
        Assert.Equal(current.Split(' '), folder.Run("Get-DbMigrationStatus", database).Single<string[]>("Current").Order());
        if (missing.Length == 0)
        {
            Assert.True(outcome.Single<bool>("IsUpToDate"));
            return;
        }
        var error = outcome.MustFail("NotAtHeads").ToString();
        Assert.Contains("is not on all head revisions", error);
        Assert.Contains(database.Path, error);
        Assert.Equal(missing, string.Join(", ", error.Split("Not applied: ")[1].Split('.')[0].Split(", ").Order()));
    }

    [Fact]
    public void C30_then_upgrading_leaves_both()
    {
        var database = folder.NewDatabase();
        folder.Run("Set-DbMigrationStamp b2", database).MustSucceed();
        folder.Run("Update-Database b3", database).MustSucceed();

        Assert.Equal(["b3"], folder.Run("Get-DbMigrationStatus", database).Single<string[]>("Current"));
        Assert.Equal(["a1", "a2", "b1", "b2", "b3"], database.Applied().Order());
    }

    [Fact]
    public void A_database_that_is_not_there_is_at_no_head_and_is_not_made()
    {
        var database = folder.NewDatabase();

        folder.Run("Get-DbMigrationStatus -CheckHeads", database).MustFail("NotAtHeads");
        Assert.False(database.Exists);
    }

    [Fact]
    public void A_revision_without_a_script_is_named()
    {
        var database = folder.NewDatabase();
        folder.Run("Set-DbMigrationStamp heads", database).MustSucceed();
        database.Query("UPDATE __DbMigrationHistory SET Revision = 'gone' WHERE Revision = 'a3'");
        database.Query("INSERT INTO __DbMigrationHistory SELECT 'a3', Message, AppliedAt, AppliedBy, DurationMs, ScriptHash, EfVersion, ToolVersion, Kind FROM __DbMigrationHistory WHERE Revision = 'gone'");

        Assert.Equal(["gone"], folder.Run("Get-DbMigrationStatus", database).Single<string[]>("Unknown"));
        var error = folder.Run("Get-DbMigrationStatus -CheckHeads", database).MustFail("NotAtHeads");
        Assert.Contains("Applied, but without a script: gone.", error.ToString());
        Assert.Contains("Bring back", error.ErrorDetails.RecommendedAction);
    }

    [Fact]
    public void A_doubled_row_is_a_clear_error()
    {
        var database = folder.NewDatabase();
        database.Query("CREATE TABLE __DbMigrationHistory (Revision, Message, AppliedAt, AppliedBy, DurationMs, ScriptHash, EfVersion, ToolVersion, Kind)");
        database.Query("INSERT INTO __DbMigrationHistory (Revision) VALUES ('a1'), ('a1')");

        foreach (var command in new[] { "Get-DbMigrationStatus", "Update-Database heads", "Undo-DbMigration -Confirm:$false", "Set-DbMigrationStamp a1" })
            Assert.Contains("several rows for a1", folder.Run(command, database).MustFail("HistoryInvalid").ToString());
        Assert.Equal(["a1", "a1"], database.Applied());
    }
}
