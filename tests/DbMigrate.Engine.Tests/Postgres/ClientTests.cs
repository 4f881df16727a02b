using System.Threading.Tasks;
using DbMigrate.Engine.Tests.Apply;
using DbMigrate.Tests.Shared;
using Xunit;

namespace DbMigrate.Engine.Tests.Postgres;

/// <summary>A script, fed to the database's own client, leaves what a run leaves.</summary>
public sealed class ClientTests(PostgresServer server)
{
    private const string History = "SELECT \"Revision\", \"Message\", \"ScriptHash\", \"Kind\" FROM \"__DbMigrationHistory\" ORDER BY \"Revision\"";

    [Theory]
    [InlineData("", "base:heads")]
    [InlineData("a", "a:b1,b2")]
    [InlineData("b1,b2", "b1,b2:m")]
    [InlineData("m", "m:a")]
    [InlineData("m", "heads:base")]
    public async Task A_script_leaves_what_a_run_leaves(string start, string range)
    {
        PostgresClient.SkipWithout();
        using var applied = At(start);
        using var scripted = At(start);
        var end = range.Split(':')[1];
        applied.Work.Apply(start == "m" ? applied.Work.Undo(end) : applied.Work.Plan(end.Split(',')));

        Assert.Equal((0, ""), await PostgresClient.Run(scripted, scripted.Script(range)));

        Assert.Equal(await PostgresClient.Schema(applied), await PostgresClient.Schema(scripted));
        Assert.Equal(applied.Query(History), scripted.Query(History));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("b2")]
    [InlineData("m")]
    public async Task An_idempotent_script_brings_any_database_to_its_end_and_does_nothing_twice(string start)
    {
        PostgresClient.SkipWithout();
        using var applied = At("m");
        using var scripted = At(start);
        var script = scripted.Script("base:heads", idempotent: true);

        Assert.Equal((0, ""), (await PostgresClient.Run(scripted, script)) with { Output = "" });
        Assert.Equal(await PostgresClient.Schema(applied), await PostgresClient.Schema(scripted));
        var history = scripted.Query("SELECT * FROM \"__DbMigrationHistory\" ORDER BY 1");
        Assert.Equal(0, (await PostgresClient.Run(scripted, script)).ExitCode);
        Assert.Equal(history, scripted.Query("SELECT * FROM \"__DbMigrationHistory\" ORDER BY 1"));

        var down = scripted.Script("heads:base", idempotent: true);
        Assert.Equal(0, (await PostgresClient.Run(scripted, down)).ExitCode);
        Assert.Empty(scripted.Query(History));
        Assert.Equal(0, (await PostgresClient.Run(scripted, down)).ExitCode);
    }

    [Fact]
    public async Task Elsewhere_or_twice_it_changes_nothing()
    {
        PostgresClient.SkipWithout();
        using var db = At("b1");
        var before = (await PostgresClient.Schema(db), string.Join("\n", db.Query(History)));

        foreach (var (range, reason) in new[] { ("base:heads", "a cannot be applied: recorded already"), ("b1,b2:m", "b1, b2 must be recorded before m can be applied"), ("b2:a", "b2 cannot be undone: not recorded") })
        {
            var (exitCode, output) = await PostgresClient.Run(db, db.Script(range));
            Assert.NotEqual(0, exitCode);
            Assert.Contains(reason, output);
        }

        Assert.Equal(before, (await PostgresClient.Schema(db), string.Join("\n", db.Query(History))));
    }

    [Fact]
    public async Task A_statement_that_fails_in_the_middle_ends_the_client_at_the_last_complete_revision()
    {
        PostgresClient.SkipWithout();
        using var applied = At("m");
        using var scripted = At("");
        scripted.Work.Script("bad", "m", Workspace.Sql("CREATE TABLE half (x integer)", "INSERT INTO nowhere VALUES (1)", "CREATE TABLE whole (x integer)"));
        scripted.Work.Script("after", "bad", Workspace.Sql("CREATE TABLE later (x integer)"));

        var (exitCode, output) = await PostgresClient.Run(scripted, scripted.Script("base:heads"));

        Assert.NotEqual(0, exitCode);
        Assert.Contains("\"nowhere\" does not exist", output);
        Assert.Equal(await PostgresClient.Schema(applied), await PostgresClient.Schema(scripted));
        Assert.Equal(applied.Query(History), scripted.Query(History));
    }

    private PostgresWorkspace At(string revisions)
    {
        var db = new PostgresWorkspace(server);
        db.Work.Script("a", null, Workspace.Sql("CREATE TABLE a (x integer PRIMARY KEY, t text DEFAULT 'it''s; $$')"), Workspace.Sql("DROP TABLE a"), "first");
        db.Work.Script("b1", "a", Workspace.Sql("ALTER TABLE a ADD y integer"), Workspace.Sql("ALTER TABLE a DROP COLUMN y"));
        db.Work.Script("b2", "a", Workspace.Sql("CREATE TABLE b (x integer REFERENCES a)"), Workspace.Sql("DROP TABLE b"));
        db.Work.Script("m", "b1,b2", Workspace.Sql("CREATE INDEX ix ON b (x)"), Workspace.Sql("DROP INDEX ix"), "it's a merge");
        if (revisions.Length > 0)
            db.Work.Apply(db.Work.Plan(revisions.Split(',')));
        return db;
    }
}
