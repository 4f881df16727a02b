using System;
using System.IO;
using System.Linq;
using DbMigrate.Engine.Apply;
using DbMigrate.Protocol;
using Xunit;

namespace DbMigrate.Engine.Tests.Apply;

/// <summary>What stamping writes; which revisions it means is tested with the graph.</summary>
public sealed class StampTests
{
    private const string Rows = "SELECT Revision, Kind FROM __DbMigrationHistory ORDER BY Revision";

    [Fact]
    public void C48_stamping_creates_the_table_and_runs_no_script()
    {
        using var work = ApplyTests.TwoRevisions();

        var result = work.Result<StampResult>(Methods.Stamp, work.Stamp("head"));

        Assert.Equal(["a", "b"], result.Change.Add);
        Assert.Equal(["b"], result.Current);
        Assert.Equal(["a|stamped", "b|stamped"], work.Query(Rows));
        Assert.Equal(["__DbMigrationHistory", "__DbMigrationLog"], work.Query("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"));
        var status = work.Status();
        Assert.Empty(status.Pending);
        Assert.Empty(status.Changed);
        Assert.All(status.Applied, row => Assert.True(row.Stamped && row.Hash.Length == 64 && row.AppliedBy.Length > 0 && DateTimeOffset.TryParse(row.AppliedAt, out _)));
        Assert.Equal(["a|stamp|succeeded", "b|stamp|succeeded"], work.Query("SELECT Revision, Direction, Outcome FROM __DbMigrationLog ORDER BY Id"));
    }

    [Fact]
    public void C48_stamping_up_and_down_keeps_the_rows_that_stay()
    {
        using var work = ApplyTests.TwoRevisions();
        work.Apply(work.Plan("a"));
        var kept = work.Query("SELECT * FROM __DbMigrationHistory");

        work.Result<StampResult>(Methods.Stamp, work.Stamp("b"));
        Assert.Equal(["a|applied", "b|stamped"], work.Query(Rows));
        var down = work.Result<StampResult>(Methods.Stamp, work.Stamp("a"));
        Assert.Equal(["b"], down.Change.Remove);
        Assert.Equal(kept, work.Query("SELECT * FROM __DbMigrationHistory"));
        Assert.Equal(["a"], work.Result<StampResult>(Methods.Stamp, work.Stamp("base")).Change.Remove);

        Assert.Empty(work.Query(Rows));
        Assert.Equal(["up a", "stamp b", "unstamp b", "unstamp a"], work.Query("SELECT Direction || ' ' || Revision FROM __DbMigrationLog ORDER BY Id"));
    }

    [Fact]
    public void C48_nothing_to_do_takes_no_lock_and_writes_nothing()
    {
        using var work = ApplyTests.TwoRevisions();
        work.Apply();
        var before = File.ReadAllBytes(work.Database);
        using var held = FileLock.TryTake(work.LockFile);
        var (same, purge, missing) = (work.Stamp("head"), work.Stamp("head"), work.Stamp("base"));
        purge.Purge = true;
        missing.Database.ConnectionString = "Data Source=" + Path.Combine(work.Folder, "none.db");
        foreach (var request in new[] { same, purge, missing })
        {
            request.LockTimeout = 0;
            var change = work.Result<StampResult>(Methods.Stamp, request).Change;
            Assert.Empty(change.Add.Concat(change.Remove));
        }

        Assert.Equal(before, File.ReadAllBytes(work.Database));
        Assert.False(File.Exists(Path.Combine(work.Folder, "none.db")));
    }

    [Fact]
    public void C48_several_heads_from_what_they_share()
    {
        using var work = ApplyTests.TwoRevisions();
        work.Script("c", "a", "");
        work.Apply(work.Plan("a"));

        var result = work.Result<StampResult>(Methods.Stamp, work.Stamp("b", "c"));

        Assert.Equal(["b", "c"], result.Change.Add);
        Assert.Equal(["b", "c"], result.Current);
        Assert.Equal(["a|applied", "b|stamped", "c|stamped"], work.Query(Rows));
    }

    [Theory]
    [InlineData("INSERT INTO __DbMigrationHistory (Revision) VALUES ('gone'), ('a')", "HistoryUnknownRevision")]
    [InlineData("INSERT INTO __DbMigrationHistory (Revision) VALUES ('a'), ('A')", "HistoryInvalid")]
    [InlineData("INSERT INTO __DbMigrationHistory (Revision) VALUES (NULL)", "HistoryInvalid")]
    public void C48_a_purge_replaces_rows_that_nothing_else_accepts(string rows, string error)
    {
        using var work = ApplyTests.TwoRevisions();
        work.Query("CREATE TABLE __DbMigrationHistory (Revision, Message, AppliedAt, AppliedBy, DurationMs, ScriptHash, EfVersion, ToolVersion, Kind)");
        work.Query(rows);
        var before = work.Query("SELECT * FROM __DbMigrationHistory");

        Assert.Equal(error, work.Error(Methods.Stamp, work.Stamp("b")).ErrorId);
        Assert.Equal(before, work.Query("SELECT * FROM __DbMigrationHistory"));
        var request = work.Stamp("b");
        request.Purge = true;
        work.Result<StampResult>(Methods.Stamp, request);

        Assert.Equal(["a|stamped", "b|stamped"], work.Query(Rows));
    }

    [Fact]
    public void A_purge_knows_no_current_revision()
    {
        using var work = ApplyTests.TwoRevisions();
        work.Apply();
        var request = work.Stamp("current");
        request.Purge = true;

        Assert.Equal("RevisionNotFound", work.Error(Methods.Stamp, request).ErrorId);
        Assert.Equal(2, work.Query(Rows).Count);
    }

    [Fact]
    public void A_stamp_that_fails_in_the_middle_leaves_nothing()
    {
        using var work = ApplyTests.TwoRevisions();
        work.Result<StampResult>(Methods.Stamp, work.Stamp("a"));
        work.Script("c", "b", "");
        work.Query("CREATE TRIGGER no_c BEFORE INSERT ON __DbMigrationHistory WHEN NEW.Revision = 'c' BEGIN SELECT RAISE(ABORT, 'not c'); END");

        var error = work.Error(Methods.Stamp, work.Stamp("c"));

        Assert.Equal("HistoryInvalid", error.ErrorId);
        Assert.Contains("not c", error.Message);
        Assert.Equal(["a|stamped"], work.Query(Rows));
        Assert.False(File.Exists(work.LockFile));
    }

    [Fact]
    public void What_was_shown_is_what_is_done()
    {
        using var work = ApplyTests.TwoRevisions();
        var shown = work.Result<StampResult>(Methods.PlanStamp, work.Stamp("b"));
        Assert.False(File.Exists(work.Database));
        work.Apply(work.Plan("a"));
        var request = work.Stamp("b");
        request.Expected = shown.Change;

        Assert.Equal("PlanChanged", work.Error(Methods.Stamp, request).ErrorId);
        Assert.Equal(["a|applied"], work.Query(Rows));
    }

    [Fact]
    public void Another_run_is_waited_for()
    {
        using var work = ApplyTests.TwoRevisions();
        using var held = FileLock.TryTake(work.LockFile);
        var request = work.Stamp("b");
        request.LockTimeout = 0;

        Assert.Equal("DatabaseBusy", work.Error(Methods.Stamp, request).ErrorId);
        Assert.False(File.Exists(work.Database));
    }
}
