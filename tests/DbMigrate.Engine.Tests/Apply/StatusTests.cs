using System;
using System.IO;
using System.Linq;
using DbMigrate.Protocol;
using Xunit;

namespace DbMigrate.Engine.Tests.Apply;

public sealed class StatusTests
{
    [Fact]
    public void Without_a_database_everything_is_pending_and_none_is_made()
    {
        using var work = ApplyTests.TwoRevisions();

        var status = work.Status();

        Assert.False(status.Exists);
        Assert.Equal(["a", "b"], status.Pending);
        Assert.Equal(["b"], status.Heads);
        Assert.Empty(status.Current);
        Assert.Equal(work.Database, status.Database.DataSource);
        Assert.Equal([], Directory.GetFiles(work.Folder));
    }

    [Fact]
    public void It_shows_what_is_applied_and_what_is_not()
    {
        using var work = ApplyTests.TwoRevisions();
        work.Apply(work.Plan("a"));

        var status = work.Status();

        Assert.Equal(["a"], status.Current);
        Assert.Equal(["b"], status.Pending);
        var applied = Assert.Single(status.Applied);
        Assert.Equal("first", applied.Message);
        Assert.True(DateTimeOffset.TryParse(applied.AppliedAt, out _));
        Assert.Equal(64, applied.Hash.Length);
        Assert.Empty(status.Changed);
    }

    [Fact]
    public void A_script_that_was_changed_after_it_was_applied_is_named()
    {
        using var work = ApplyTests.TwoRevisions();
        work.Apply();
        File.AppendAllText(work.PathOf("a"), "// later\n");

        Assert.Equal(["a"], work.Status().Changed);
        var check = work.Result<CheckResult>(Methods.Check, new CheckRequest { Folder = work.FolderMessage, Database = work.DatabaseMessage, Applied = true });
        Assert.False(check.IsOk);
        Assert.Equal(["Changed after they were applied: a."], check.Reasons);
    }

    [Fact]
    public void An_applied_revision_without_a_script_is_unknown_and_stops_every_run()
    {
        using var work = ApplyTests.TwoRevisions();
        work.Apply();
        File.Delete(work.PathOf("b"));

        Assert.Equal(["b"], work.Status().Unknown);
        var error = work.Error(Methods.Apply, work.Plan());
        Assert.Equal("HistoryUnknownRevision", error.ErrorId);
        Assert.Equal("b", error.Target);
        Assert.Equal("HistoryUnknownRevision", work.Error(Methods.Apply, work.Undo()).ErrorId);
    }

    [Theory]
    [InlineData("CREATE TABLE __DbMigrationHistory (Revision TEXT, Message TEXT)", "no column AppliedAt")]
    [InlineData("CREATE TABLE __DbMigrationHistory (Revision, Message, AppliedAt, AppliedBy, DurationMs, ScriptHash, EfVersion, ToolVersion, Kind); INSERT INTO __DbMigrationHistory (Revision) VALUES ('a'), ('A')", "several rows for a")]
    [InlineData("CREATE TABLE __DbMigrationHistory (Revision, Message, AppliedAt, AppliedBy, DurationMs, ScriptHash, EfVersion, ToolVersion, Kind); INSERT INTO __DbMigrationHistory (Revision) VALUES (NULL)", "a row without a revision")]
    public void A_history_table_that_makes_no_sense_is_an_error(string sql, string reason)
    {
        using var work = ApplyTests.TwoRevisions();
        using (var connection = work.Open())
        using (var command = connection.CreateCommand())
        {
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }

        var error = work.Error(Methods.Status, new StatusRequest { Folder = work.FolderMessage, Database = work.DatabaseMessage });

        Assert.Equal("HistoryInvalid", error.ErrorId);
        Assert.Contains(reason, error.Message);
    }

    [Fact]
    public void A_plan_names_the_steps_both_ways()
    {
        using var work = ApplyTests.TwoRevisions();

        Assert.Equal(["a", "b"], work.Result<PlanResult>(Methods.Plan, work.Plan()).Steps.Select(s => s.Revision));
        Assert.False(File.Exists(work.Database));
        work.Apply();
        var undo = Assert.Single(work.Result<PlanResult>(Methods.Plan, work.Undo()).Steps);
        Assert.Equal("b", undo.Revision);
        Assert.True(undo.Down);
        Assert.Equal(["b", "a"], work.Result<PlanResult>(Methods.Plan, work.Undo("base")).Steps.Select(s => s.Revision));
    }

    [Fact]
    public void The_history_table_can_have_another_name()
    {
        using var work = ApplyTests.TwoRevisions();
        var request = work.Plan();
        request.Folder.HistoryTable = "my \"history\"";

        work.Apply(request);

        Assert.Equal(["a", "b"], work.Query("SELECT Revision FROM \"my \"\"history\"\"\" ORDER BY AppliedAt"));
        Assert.Empty(work.Result<PlanResult>(Methods.Plan, request).Steps);
    }
}
