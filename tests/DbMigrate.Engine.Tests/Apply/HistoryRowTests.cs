using System.IO;
using System.Linq;
using DbMigrate.Protocol;
using Xunit;

namespace DbMigrate.Engine.Tests.Apply;

/// <summary>The rows of the history table: here one for each applied revision, of which Alembic's are the effective heads.</summary>
public sealed class HistoryRowTests
{
    [Fact]
    public void C39_rows_follow_every_kind_of_step()
    {
        using var work = new Workspace();
        foreach (var (id, parent) in new[] { ("a", null), ("b", "a"), ("c", null), ("d", "c"), ("e1", "d"), ("e2", "d"), ("f", "e1,e2") })
            work.Script(id, parent, "");

        Assert.Equal("a", Up("a"));
        Assert.Equal("b", Up("b"));
        Assert.Equal("b c", Up("c"));
        Assert.Equal("b d", Up("d"));
        Assert.Equal("b e1", Up("e1"));
        Assert.Equal("b e1 e2", Up("e2"));
        Assert.Equal("b f", Up("f"));
        Assert.Equal("b e1 e2", Down("f@-1"));
        Assert.Equal("b e2", Down("e1@d"));
        Assert.Equal("b d", Down("e2@d"));
        Assert.Equal(["a", "b", "c", "d"], work.Query("SELECT Revision FROM __DbMigrationHistory ORDER BY Revision"));

        string Up(string revision) => Current(work.Plan(revision));
        string Down(string revision) => Current(work.Undo(revision));
        string Current(PlanRequest request)
        {
            work.Apply(request);
            return string.Join(" ", work.Status().Current.Order());
        }
    }

    [Theory]
    [InlineData("DELETE FROM __DbMigrationHistory WHERE Revision = 'b'", "expected to have one row for b, and 0 were found")]
    [InlineData("INSERT INTO __DbMigrationHistory SELECT * FROM __DbMigrationHistory WHERE Revision = 'b'", "expected to have one row for b, and 2 were found")]
    public void C40_a_row_to_remove_that_is_missing_or_doubled_is_an_error_and_nothing_is_changed(string sabotage, string reason)
    {
        using var work = new Workspace();
        work.Script("a", null, Workspace.Sql("CREATE TABLE A (X INTEGER)"));
        work.Script("b", "a", "", Workspace.Sql("DROP TABLE A", sabotage));
        work.Query("CREATE TABLE __DbMigrationHistory (Revision, Message, AppliedAt, AppliedBy, DurationMs, ScriptHash, EfVersion, ToolVersion, Kind)");
        work.Apply();

        var error = work.Error(Methods.Apply, work.Undo());

        Assert.Equal("HistoryInvalid", error.ErrorId);
        Assert.Contains(reason, error.Message);
        Assert.Contains("nothing of it remains", error.Message);
        Assert.Equal(["a", "b"], work.Query("SELECT Revision FROM __DbMigrationHistory ORDER BY Revision"));
        Assert.Equal(["A"], work.Query("SELECT name FROM sqlite_master WHERE name = 'A'"));
    }

    [Fact]
    public void C40_a_row_to_write_that_is_there_already_is_an_error_also_without_a_primary_key()
    {
        using var work = new Workspace();
        work.Script("a", null, Workspace.Sql("INSERT INTO __DbMigrationHistory (Revision) VALUES ('A')"));
        work.Query("CREATE TABLE __DbMigrationHistory (Revision, Message, AppliedAt, AppliedBy, DurationMs, ScriptHash, EfVersion, ToolVersion, Kind)");

        Assert.Contains("no row for a, and 1 were found", work.Error(Methods.Apply, work.Plan()).Message);
        Assert.Empty(work.Query("SELECT * FROM __DbMigrationHistory"));
    }

    [Fact]
    public void A_row_is_found_whatever_its_case()
    {
        using var work = ApplyTests.TwoRevisions();
        work.Apply();
        work.Query("UPDATE __DbMigrationHistory SET Revision = 'B' WHERE Revision = 'b'");

        Assert.Equal(1, work.Apply(work.Undo()).Steps);
        Assert.Equal(["a"], work.Query("SELECT Revision FROM __DbMigrationHistory"));
    }

    [Fact]
    public void C41_reading_creates_nothing()
    {
        using var work = ApplyTests.TwoRevisions();
        work.Query("PRAGMA user_version = 1");
        var before = File.ReadAllBytes(work.Database);

        Assert.Equal(["a", "b"], work.Status().Pending);
        Assert.Equal(["a", "b"], work.Result<StampResult>(Methods.PlanStamp, work.Stamp("head")).Change.Add);
        work.Result<SqlResult>(Methods.StampSql, work.Stamp("head"));
        work.Result<SqlResult>(Methods.Sql, work.Plan());

        Assert.Equal(before, File.ReadAllBytes(work.Database));
    }

    [Fact]
    public void C41_a_schema_for_the_history_table_is_refused_where_there_are_none()
    {
        using var work = ApplyTests.TwoRevisions();
        var request = work.Plan();
        request.Folder.HistorySchema = "ops";

        var error = work.Error(Methods.Apply, request);

        Assert.Equal("NotSupportedByProvider", error.ErrorId);
        Assert.Contains("'ops'", error.Message);
        Assert.Contains("HistorySchema", error.Action);
        Assert.False(File.Exists(work.Database));
    }

    [Fact]
    public void C41_a_table_of_another_name_serves_stamping_too()
    {
        using var work = ApplyTests.TwoRevisions();
        var request = work.Stamp("b");
        request.Folder.HistoryTable = "applied revisions";

        work.Result<StampResult>(Methods.Stamp, request);

        Assert.Equal(["a", "b"], work.Query("SELECT Revision FROM \"applied revisions\" ORDER BY Revision"));
    }
}
