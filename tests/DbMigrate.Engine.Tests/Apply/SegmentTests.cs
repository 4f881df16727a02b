using System.IO;
using System.Threading.Tasks;
using DbMigrate.Protocol;
using Xunit;

namespace DbMigrate.Engine.Tests.Apply;

/// <summary>SQLite's statements that cannot run in a transaction, and processes that die around them.</summary>
public sealed class SegmentTests
{
    [Fact]
    public async Task Killed_at_any_statement_a_revision_says_where_it_is_and_goes_on_there()
    {
        for (var statement = 1; statement <= 5; statement++)
        {
            using var work = new Workspace();
            work.Script("a", null, Workspace.Sql("CREATE TABLE A (X INTEGER)"));
            work.Apply();
            work.Script("b", "a", Workspace.Sql("INSERT INTO A VALUES (1)", "VACUUM", "INSERT INTO A VALUES (2)", "VACUUM", "CREATE TABLE B (X INTEGER)"), Workspace.Sql("DROP TABLE B"));
            using var runner = EngineProcess.Start(work, Methods.Apply, work.Plan());
            await runner.Until($"b: statement {statement} of 5");
            runner.Kill();

            var status = work.Status();
            Assert.All(status.Unfinished, u => Assert.Matches("^b: statement [2-5] of 5$", u));
            Assert.Equal(status.Current[0] == "b" ? 0 : 1, work.Apply().Steps);
            Assert.Empty(work.Status().Unfinished);
            Assert.Equal(["1", "2"], work.Query("SELECT X FROM A ORDER BY X"));
            Assert.Equal(["0"], work.Query("SELECT count(*) FROM B"));
            Assert.Equal("True", work.Result<CheckResult>(Methods.Check, new CheckRequest { Folder = work.FolderMessage, Database = work.DatabaseMessage, Applied = true }).IsOk.ToString());
        }
    }

    [Fact]
    public void What_is_half_undone_must_be_finished()
    {
        using var work = new Workspace();
        work.Script("a", null, Workspace.Sql("CREATE TABLE A (X INTEGER)"), Workspace.Sql("ALTER TABLE A RENAME TO Z", "VACUUM", "INSERT INTO Nowhere VALUES (1)", "DROP TABLE Z"));
        work.Apply();

        Assert.Contains("statement 3 of 4", work.Error(Methods.Apply, work.Undo()).Message);
        Assert.Equal(["a: statement 3 of 4, being undone"], work.Status().Unfinished);
        Assert.Equal("RevisionUnfinished", work.Error(Methods.Apply, work.Plan()).ErrorId);

        work.Query("CREATE TABLE Nowhere (X INTEGER); SELECT 1");
        Assert.Equal(1, work.Apply(work.Undo()).Steps);
        Assert.Equal(["Nowhere"], work.Query("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '!_!_%' ESCAPE '!'"));
        Assert.False(File.Exists(work.LockFile));
    }
}
