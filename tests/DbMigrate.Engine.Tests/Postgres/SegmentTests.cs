using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DbMigrate.Engine.Tests.Apply;
using DbMigrate.Protocol;
using DbMigrate.Tests.Shared;
using Npgsql;
using Xunit;

namespace DbMigrate.Engine.Tests.Postgres;

/// <summary>Statements that cannot run in a transaction, and processes that die around them.</summary>
public sealed class SegmentTests(PostgresServer server)
{
    private static readonly string[] Statements =
    [
        "CREATE TABLE t (x integer)",
        "INSERT INTO t SELECT generate_series(1, 100)",
        "CREATE INDEX CONCURRENTLY ix1 ON t (x)",
        "INSERT INTO t VALUES (0)",
        "CREATE UNIQUE INDEX CONCURRENTLY ix2 ON t (x)",
        "ALTER TYPE mood ADD VALUE IF NOT EXISTS 'sad'",
        "CREATE TABLE u (m mood DEFAULT 'sad')",
    ];

    [Fact]
    public async Task Killed_at_any_statement_a_revision_says_where_it_is_and_goes_on_there()
    {
        for (var statement = 1; statement <= Statements.Length; statement++)
        {
            using var db = Begun();
            db.Work.Script("b", "a", Workspace.Sql(Statements), Workspace.Sql("DROP TABLE t, u"));
            using var runner = EngineProcess.Start(db.Work, Methods.Apply, db.Work.Plan());
            await runner.Until($"b: statement {statement} of 7");
            runner.Kill();
            UntilAlone(db);

            var status = db.Work.Status();
            var isApplied = status.Current.Contains("b");
            Assert.Equal(isApplied || db.Query("SELECT to_regclass('t')::text")[0].Length == 0, status.Unfinished.Length == 0);
            Assert.All(status.Unfinished, u => Assert.Matches("^b: statement [3-7] of 7$", u));
            Assert.Equal(isApplied ? 0 : 1, db.Work.Apply().Steps);
            Assert.Empty(db.Work.Status().Unfinished);
            Assert.Equal(["101|101"], db.Query("SELECT count(*), count(DISTINCT x) FROM t"));
            Assert.Equal(["ix1|True", "ix2|True"], db.Query("SELECT c.relname, i.indisvalid FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE c.relname LIKE 'ix_' ORDER BY 1"));
            Assert.Equal(["0"], db.Query("SELECT count(*) FROM u"));
            Assert.Equal(1, db.Work.Apply(db.Work.Undo()).Steps);
        }
    }

    [Fact]
    public async Task An_index_that_a_killed_run_left_invalid_is_dropped_and_made_again()
    {
        using var db = Begun();
        db.Query("CREATE TABLE t (x integer); INSERT INTO t SELECT generate_series(1, 100)");
        db.Work.Script("b", "a", Workspace.Sql("CREATE TABLE first (x integer)", "CREATE INDEX CONCURRENTLY ix ON t (x)", "CREATE TABLE last (x integer)"));
        using var old = db.Open();
        using (var snapshot = old.BeginTransaction(System.Data.IsolationLevel.RepeatableRead))
        {
            using (var read = new NpgsqlCommand("SELECT count(*) FROM t", old))
                read.ExecuteScalar();
            using var runner = EngineProcess.Start(db.Work, Methods.Apply, db.Work.Plan());
            await runner.Until("b: statement 2 of 3");
            while (db.Query("SELECT 1 FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE c.relname = 'ix'").Count == 0)
                TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            runner.Kill();
            UntilAlone(db);
        }

        Assert.Equal(["False"], db.Query("SELECT indisvalid FROM pg_index WHERE indexrelid = 'ix'::regclass"));
        Assert.Equal(["b: statement 2 of 3"], db.Work.Status().Unfinished);
        var sql = db.Work.Result<SqlResult>(Methods.Sql, db.Work.Plan()).Steps.Single().Sql;
        Assert.Contains("go on at statement 2 of 3", sql);
        Assert.DoesNotContain("first", sql);

        Assert.Equal(1, db.Work.Apply().Steps);
        Assert.Equal(["True"], db.Query("SELECT indisvalid FROM pg_index WHERE indexrelid = 'ix'::regclass"));
        Assert.Equal(["0"], db.Query("SELECT count(*) FROM last"));
    }

    [Fact]
    [Trait("EF", "60")]
    public void A_failure_behind_a_segment_says_what_remains_and_what_was_changed_since_must_come_back()
    {
        using var db = Begun();
        string[] statements = ["CREATE TABLE t (x integer)", "INSERT INTO t VALUES (1), (1)", "CREATE UNIQUE INDEX CONCURRENTLY ix ON t (x)", "CREATE TABLE u (x integer)"];
        db.Work.Script("b", "a", Workspace.Sql(statements));
        var script = File.ReadAllText(db.Work.PathOf("b"));

        var error = db.Work.Error(Methods.Apply, db.Work.Plan());
        Assert.Equal("RevisionFailed", error.ErrorId);
        Assert.Contains("statement 3 of 4", error.Message);
        Assert.Contains("Statements 1 to 2 are committed and remain", error.Message);

        db.Work.Script("b", "a", Workspace.Sql([.. statements, "SELECT 1"]));
        Assert.Equal("RevisionUnfinished", db.Work.Error(Methods.Apply, db.Work.Plan()).ErrorId);
        db.Work.Script("c", "a", Workspace.Sql("SELECT 1"));
        Assert.Contains("Revision b is in the middle of being applied: it stopped at statement 3 of 4", db.Work.Error(Methods.Apply, db.Work.Plan("c")).Message);
        Assert.Equal("RevisionUnfinished", db.Work.Error(Methods.Apply, db.Work.Undo()).ErrorId);

        File.WriteAllText(db.Work.PathOf("b"), script);
        db.Query("DELETE FROM t WHERE ctid = (SELECT min(ctid) FROM t)");
        Assert.Equal(1, db.Work.Apply(db.Work.Plan("b")).Steps);
        Assert.Equal(["True"], db.Query("SELECT indisvalid FROM pg_index WHERE indexrelid = 'ix'::regclass"));
    }

    [Theory]
    [InlineData("a", "a")]
    [InlineData("b", "b")]
    public void Whoever_puts_it_right_by_hand_says_so_with_a_stamp(string stamp, string current)
    {
        using var db = Begun();
        db.Work.Script("b", "a", Workspace.Sql("CREATE TABLE t (x integer)", "INSERT INTO t VALUES (1), (1)", "CREATE UNIQUE INDEX CONCURRENTLY ix ON t (x)"));
        Assert.Equal("RevisionFailed", db.Work.Error(Methods.Apply, db.Work.Plan()).ErrorId);
        Assert.Equal(["b: statement 3 of 3"], db.Work.Status().Unfinished);

        Assert.Equal(["b at statement 3 of 3"], db.Work.Result<StampResult>(Methods.PlanStamp, db.Work.Stamp(stamp)).Change.Ended);
        Assert.Equal([current], db.Work.Result<StampResult>(Methods.Stamp, db.Work.Stamp(stamp)).Current);

        Assert.Empty(db.Work.Status().Unfinished);
        Assert.Equal([current], db.Work.Status().Current);
        Assert.Equal(["0"], db.Query("SELECT count(*) FROM \"__DbMigrationJournal\""));
    }

    private PostgresWorkspace Begun()
    {
        var db = new PostgresWorkspace(server);
        db.Work.Script("a", null, Workspace.Sql("CREATE TYPE mood AS ENUM ('happy')"));
        db.Work.Apply();
        return db;
    }

    private static void UntilAlone(PostgresWorkspace db)
    {
        while (db.Query("SELECT 1 FROM pg_stat_activity WHERE application_name LIKE 'DbMigrate%' AND datname = current_database()").Count > 0)
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
    }
}
