using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DbMigrate.Engine.Tests.Apply;
using DbMigrate.Protocol;
using DbMigrate.Tests.Shared;
using Npgsql;
using Xunit;

namespace DbMigrate.Engine.Tests.Postgres;

public sealed class ApplyTests(PostgresServer server)
{
    private const string Endless = "SELECT pg_sleep(600)";

    [Fact]
    [Trait("EF", "60")]
    public void Revisions_are_applied_and_undone_each_with_its_row_in_history_and_log()
    {
        using var db = TwoRevisions();

        Assert.Equal(2, db.Work.Apply().Steps);

        Assert.Equal(["a", "b"], db.Work.Status().Applied.Select(r => r.Revision));
        Assert.Equal(["a|first|applied", "b|second|applied"], db.Query("SELECT \"Revision\", \"Message\", \"Kind\" FROM \"__DbMigrationHistory\" ORDER BY \"AppliedAt\""));
        Assert.Equal(1, db.Work.Apply(db.Work.Undo()).Steps);
        Assert.Equal(["a"], db.Work.Status().Current);
        Assert.Equal(["a|up|succeeded", "b|up|succeeded", "b|down|succeeded"], db.Query("SELECT \"Revision\", \"Direction\", \"Outcome\" FROM \"__DbMigrationLog\" ORDER BY \"Id\""));
        Assert.Equal([""], db.Query("SELECT to_regclass('b')::text"));
    }

    [Fact]
    public void History_and_log_are_in_the_schema_of_the_settings_and_no_drift()
    {
        using var db = TwoRevisions();
        var request = db.Work.Plan();
        request.Folder.HistorySchema = "Ops";
        request.Folder.HistoryTable = "Done";

        Assert.Equal(2, db.Work.Apply(request).Steps);
        Assert.Equal(0, db.Work.Apply(request).Steps);
        Assert.Equal(["2"], db.Query("SELECT count(*) FROM \"Ops\".\"Done\""));
        Assert.Equal(["2"], db.Query("SELECT count(*) FROM \"Ops\".\"__DbMigrationLog\""));
        db.Query("CREATE TABLE other (x integer)");
        var check = db.Work.Result<CheckResult>(Methods.Check, new CheckRequest { Folder = request.Folder, Database = request.Database, Drift = true });
        Assert.Equal(["table a", "table b", "table other"], check.Differences.Select(d => d.Object));
    }

    [Fact]
    public void The_advice_of_the_server_is_shown()
    {
        using var db = TwoRevisions();
        db.Work.Script("c", "b", Workspace.Sql("SELECT nofunction(1)"));

        var error = db.Work.Error(Methods.Apply, db.Work.Plan());

        Assert.Equal("RevisionFailed", error.ErrorId);
        Assert.Contains("function nofunction(integer) does not exist", error.Message);
        Assert.Contains("HINT: No function matches the given name and argument types. You might need to add explicit type casts. ", error.Message);
    }

    [Fact]
    [Trait("EF", "60")]
    public void A_failing_statement_rolls_its_revision_back_and_is_shown_with_its_place()
    {
        using var db = TwoRevisions();
        db.Work.Script("c", "b", Workspace.Sql("CREATE TABLE c (x integer)", "INSERT INTO nowhere VALUES (1)", "CREATE TABLE d (x integer)"));

        var error = db.Work.Error(Methods.Apply, db.Work.Plan());

        Assert.Equal("RevisionFailed", error.ErrorId);
        Assert.Contains("statement 2 of 3", error.Message);
        Assert.Contains("relation \"nowhere\" does not exist", error.Message);
        Assert.Contains("nothing of it remains", error.Message);
        Assert.Contains("Applied before it: 'a', 'b'.", error.Message);
        Assert.Equal(["|"], db.Query("SELECT to_regclass('c')::text, to_regclass('d')::text"));
        Assert.Equal(["c|failed|INSERT INTO nowhere VALUES (1)"], db.Query("SELECT \"Revision\", \"Outcome\", \"Statement\" FROM \"__DbMigrationLog\" WHERE \"Outcome\" <> 'succeeded'"));
    }

    [Fact]
    public void A_connection_that_the_server_ends_rolls_the_revision_back_and_is_said()
    {
        using var db = TwoRevisions();
        db.Work.Script("c", "b", Workspace.Sql("CREATE TABLE c (x integer)", "SELECT pg_terminate_backend(pg_backend_pid())"));

        var error = db.Work.Error(Methods.Apply, db.Work.Plan());

        Assert.Equal("RevisionFailed", error.ErrorId);
        Assert.Contains("statement 2 of 2", error.Message);
        Assert.Contains("57P01: terminating connection due to administrator command", error.Message);
        Assert.Contains("nothing of it remains", error.Message);
        Assert.Equal([""], db.Query("SELECT to_regclass('c')::text"));
        Assert.Equal(["c|failed"], db.Query("SELECT \"Revision\", \"Outcome\" FROM \"__DbMigrationLog\" WHERE \"Outcome\" <> 'succeeded'"));
    }

    [Fact]
    public void A_database_that_is_not_there_is_an_error_and_never_created()
    {
        using var db = TwoRevisions();
        db.Work.ConnectionString = server.ConnectionString("nobodys");

        var error = db.Work.Error(Methods.Apply, db.Work.Plan());

        Assert.Equal("DatabaseUnavailable", error.ErrorId);
        Assert.Contains("The database nobodys at 127.0.0.1:", error.Message);
        Assert.Contains("Create the database", error.Action);
        Assert.Equal(["0"], db.Query("SELECT count(*) FROM pg_database WHERE datname = 'nobodys'"));
    }

    [Fact]
    public void A_statement_that_takes_longer_than_allowed_is_ended_by_the_server()
    {
        using var db = TwoRevisions();
        db.Work.Script("c", "b", Workspace.Sql("CREATE TABLE c (x integer)", Endless));
        var request = db.Work.Plan();
        request.Timeout = 1;

        Assert.Equal("StatementTimeout", db.Work.Error(Methods.Apply, request).ErrorId);
        Assert.Equal(["b"], db.Work.Status().Current);
        Assert.Equal(["0"], db.Query("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"));
    }

    [Fact]
    public async Task Cancelling_ends_the_statement_and_rolls_its_revision_back()
    {
        using var db = TwoRevisions();
        db.Work.Script("c", "b", Workspace.Sql("CREATE TABLE c (x integer)", Endless));
        using var source = new CancellationTokenSource();

        var cancelling = Task.Run(() => CancelOnceAsleep(db, source), TestContext.Current.CancellationToken);
        var (kind, _) = db.Work.Invoke(Methods.Apply, db.Work.Plan(), null, source.Token);

        await cancelling;
        Assert.Equal(Events.Cancelled, kind);
        Assert.Equal(["b"], db.Work.Status().Current);
        Assert.Equal([""], db.Query("SELECT to_regclass('c')::text"));
        Assert.Equal(["c|cancelled"], db.Query("SELECT \"Revision\", \"Outcome\" FROM \"__DbMigrationLog\" WHERE \"Outcome\" <> 'succeeded'"));
    }

    [Fact]
    public async Task A_holder_is_named_to_those_who_cannot_wait_and_does_not_outlive_its_process()
    {
        using var db = TwoRevisions();
        db.Work.Script("c", "b", Workspace.Sql(Endless));
        using var holder = EngineProcess.Start(db.Work, Methods.Apply, db.Work.Plan());
        await holder.Until("c: statement 1");
        var request = db.Work.Plan();
        request.LockTimeout = 0;

        var error = db.Work.Error(Methods.Apply, request);
        Assert.Equal("DatabaseBusy", error.ErrorId);
        Assert.Contains($"{Environment.UserName}@{Environment.MachineName} (process {holder.Id}, since ", error.Message);

        holder.Kill();
        db.Work.Script("c", "b", Workspace.Sql("CREATE TABLE c (x integer)"));
        request.LockTimeout = 60;
        Assert.Equal(1, db.Work.Apply(request).Steps);
    }

    [Fact]
    public void Waiting_for_another_programs_lock_ends_at_the_limit()
    {
        using var db = TwoRevisions();
        db.Work.Apply();
        db.Work.Script("c", "b", Workspace.Sql("ALTER TABLE a ADD y integer"));
        using var other = db.Open();
        using var transaction = other.BeginTransaction();
        using (var read = new NpgsqlCommand("SELECT * FROM a", other))
            read.ExecuteNonQuery();
        var request = db.Work.Plan();
        request.LockTimeout = 1;

        Assert.Equal("DatabaseBusy", db.Work.Error(Methods.Apply, request).ErrorId);
        Assert.Equal(["b"], db.Work.Status().Current);
    }

    private PostgresWorkspace TwoRevisions()
    {
        var db = new PostgresWorkspace(server);
        db.Work.Script("a", null, Workspace.Sql("CREATE TABLE a (x integer)"), Workspace.Sql("DROP TABLE a"), "first");
        db.Work.Script("b", "a", Workspace.Sql("CREATE TABLE b (x integer)", "INSERT INTO b VALUES (1)"), Workspace.Sql("DROP TABLE b"), "second");
        return db;
    }

    private static void CancelOnceAsleep(PostgresWorkspace db, CancellationTokenSource source)
    {
        while (db.Query("SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'").Count == 0)
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        source.Cancel();
    }
}
