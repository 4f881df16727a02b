using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DbMigrate.Protocol;
using Xunit;

namespace DbMigrate.Engine.Tests.Apply;

/// <summary>Several processes on one database, and processes that die.</summary>
public sealed class ProcessTests
{
    // The second revision never ends unless its process does.
    private static Workspace EndlessSecond()
    {
        var work = new Workspace();
        work.Script("a", null, Workspace.Sql("CREATE TABLE A (X INTEGER)", "INSERT INTO A VALUES (1)"));
        work.Script("b", "a", Workspace.Sql("CREATE TABLE B (X INTEGER)", "INSERT INTO A SELECT X + 1 FROM A", ApplyTests.Endless));
        return work;
    }

    [Fact]
    public async Task A_holder_is_named_to_those_who_cannot_wait()
    {
        using var work = EndlessSecond();
        using var holder = EngineProcess.Start(work, Methods.Apply, work.Plan());
        await holder.Until("b: statement 3");
        var request = work.Plan();
        request.LockTimeout = 0;

        var error = work.Error(Methods.Apply, request);

        Assert.Equal("DatabaseBusy", error.ErrorId);
        Assert.Contains($"{Environment.UserName}@{Environment.MachineName} (process {holder.Id}, since ", error.Message);
        Assert.Contains("-LockTimeout", error.Action);
    }

    [Fact]
    public async Task A_killed_runner_leaves_the_database_as_before_the_revision_and_blocks_nobody()
    {
        using var work = EndlessSecond();
        using var holder = EngineProcess.Start(work, Methods.Apply, work.Plan());
        await holder.Until("b: statement 3");
        holder.Kill();

        var status = work.Status();
        Assert.Equal(["a"], status.Current);
        Assert.Equal(["b"], status.Pending);
        Assert.Equal(["ok"], work.Query("PRAGMA integrity_check"));
        Assert.Equal(["1"], work.Query("SELECT X FROM A"));
        Assert.Empty(work.Query("SELECT name FROM sqlite_master WHERE name = 'B'"));

        work.Script("b", "a", Workspace.Sql("CREATE TABLE B (X INTEGER)"));
        var request = work.Plan();
        request.LockTimeout = 0;
        Assert.Equal(1, work.Apply(request).Steps);
        Assert.False(File.Exists(work.LockFile));
    }

    [Fact]
    public async Task A_killed_runner_that_had_written_to_the_file_already_is_rolled_back_by_who_reads_next()
    {
        using var work = new Workspace();
        work.Script("a", null, Workspace.Sql("CREATE TABLE A (X)", "INSERT INTO A VALUES (1)"));
        work.Apply();

        // More than the page cache holds, so that the journal is on the disk and must be rolled back.
        work.Script("b", "a", Workspace.Sql(
            "PRAGMA cache_size = 5",
            "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 20000) INSERT INTO A SELECT printf('%.100c', 'x') FROM c",
            ApplyTests.Endless));
        using var holder = EngineProcess.Start(work, Methods.Apply, work.Plan());
        await holder.Until("b: statement 3");
        holder.Kill();
        Assert.True(File.Exists(work.Database + "-journal"));

        Assert.Equal(["a"], work.Status().Current);
        Assert.Equal(["1"], work.Query("SELECT count(*) FROM A"));
        Assert.Equal(["ok"], work.Query("PRAGMA integrity_check"));
    }

    [Fact]
    [Trait("EF", "60")]
    public async Task Of_two_runners_one_applies_and_the_other_finds_nothing_to_do()
    {
        using var work = ApplyTests.TwoRevisions();
        using var gate = work.Open();
        using (var begin = gate.CreateCommand())
        {
            begin.CommandText = "CREATE TABLE Other (X INTEGER); BEGIN IMMEDIATE";
            begin.ExecuteNonQuery();
        }

        // Both are there before either can write.
        using var first = EngineProcess.Start(work, Methods.Apply, work.Plan());
        using var second = EngineProcess.Start(work, Methods.Apply, work.Plan());
        await Task.WhenAny(first.Until("Waiting for"), second.Until("Waiting for"));
        gate.Dispose();

        string[] last = [await first.LastLine(), await second.LastLine()];

        Assert.Equal(["\"Steps\":0", "\"Steps\":2"], last.Select(l => l[l.IndexOf("\"Steps\"", StringComparison.Ordinal)..].TrimEnd('}')).Order());
        Assert.Equal(["a", "b"], work.Query("SELECT Revision FROM __DbMigrationHistory ORDER BY AppliedAt"));
        Assert.False(File.Exists(work.LockFile));
    }

    [Fact]
    public async Task Killed_at_any_statement_a_run_with_rebuilds_leaves_a_whole_revision_or_none()
    {
        for (var statement = 1; ; statement++)
        {
            using var attempt = Rebuilds();
            attempt.Result<SqlResult>(Methods.Sql, attempt.Plan());
            using var runner = EngineProcess.Start(attempt, Methods.Apply, attempt.Plan());
            try
            {
                await runner.Until($"b: statement {statement} of ");
            }
            catch (EndOfStreamException)
            {
                Assert.True(statement > 4, "The revision has fewer statements than a rebuild needs.");
                return;
            }
            runner.Kill();

            Assert.Equal(["ok"], attempt.Query("PRAGMA integrity_check"));
            Assert.Empty(attempt.Query("PRAGMA foreign_key_check"));
            Assert.Equal(["2"], attempt.Query("SELECT count(*) FROM C"));
            var isApplied = attempt.Status().Current.Contains("b");
            Assert.Equal([isApplied ? "1" : "0"], attempt.Query("SELECT count(*) FROM pragma_table_info('P') WHERE name = 'N' AND \"notnull\" = 1"));
            Assert.Equal(isApplied ? 0 : 1, attempt.Apply().Steps);
            Assert.Equal(["1|x", "2|?"], attempt.Query("SELECT Id, N FROM P ORDER BY Id"));
        }
    }

    // A parent that is rebuilt under children that would go with it.
    private static Workspace Rebuilds()
    {
        var work = new Workspace();
        work.Script("a", null, """
            migrationBuilder.CreateTable(name: "P", columns: t => new { Id = t.Column<int>(type: "INTEGER", nullable: false), N = t.Column<string>(type: "TEXT", nullable: true) }, constraints: t => t.PrimaryKey("PK_P", x => x.Id));
            migrationBuilder.CreateTable(name: "C", columns: t => new { Id = t.Column<int>(type: "INTEGER", nullable: false), PId = t.Column<int>(type: "INTEGER", nullable: false) }, constraints: t => { t.PrimaryKey("PK_C", x => x.Id); t.ForeignKey("FK_C_P", x => x.PId, "P", "Id", onDelete: ReferentialAction.Cascade); });
            """);
        work.Apply();
        work.Query("INSERT INTO P VALUES (1, 'x'), (2, NULL); INSERT INTO C VALUES (10, 1), (11, 2); SELECT 1");
        work.Script("b", "a", """
            migrationBuilder.AlterColumn<string>(name: "N", table: "P", type: "TEXT", nullable: false, defaultValue: "?", oldClrType: typeof(string), oldType: "TEXT", oldNullable: true);
            """);
        return work;
    }
}
