using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using DbMigrate.Protocol;
using Xunit;

namespace DbMigrate.Engine.Tests.Apply;

public sealed class ApplyTests
{
    [Fact]
    public void Revisions_are_applied_in_order_each_with_its_row_in_history_and_log()
    {
        using var work = TwoRevisions();

        Assert.Equal(2, work.Apply().Steps);

        Assert.Equal(["a", "b"], work.Steps.Select(s => s.Revision));
        Assert.Equal(["a|first|applied", "b|second|applied"], work.Query("SELECT Revision, Message, Kind FROM __DbMigrationHistory ORDER BY AppliedAt"));
        Assert.Equal(["a|up|succeeded||", "b|up|succeeded||"], work.Query("SELECT Revision, Direction, Outcome, Statement, Error FROM __DbMigrationLog ORDER BY Id"));
        Assert.Equal([$"{System.Environment.UserName}@{System.Environment.MachineName}"], work.Query("SELECT DISTINCT AppliedBy FROM __DbMigrationHistory"));
    }

    [Fact]
    public void Undoing_takes_the_row_away_and_is_logged()
    {
        using var work = TwoRevisions();
        work.Apply();

        Assert.Equal(1, work.Apply(work.Undo()).Steps);

        Assert.Equal(["a"], work.Query("SELECT Revision FROM __DbMigrationHistory"));
        Assert.Equal(["b|down|succeeded"], work.Query("SELECT Revision, Direction, Outcome FROM __DbMigrationLog ORDER BY Id DESC LIMIT 1"));
        Assert.Empty(work.Query("SELECT name FROM sqlite_master WHERE name = 'B'"));
    }

    [Fact]
    public void Nothing_to_do_compiles_nothing_and_takes_no_lock()
    {
        using var work = TwoRevisions();
        work.Apply();
        var compilations = work.Compilations;
        File.WriteAllText(work.LockFile, "of nobody");

        Assert.Equal(0, work.Apply().Steps);

        Assert.Equal("of nobody", File.ReadAllText(work.LockFile));
        Assert.Equal(compilations, work.Compilations);
    }

    [Fact]
    [Trait("EF", "60")]
    public void A_failing_statement_rolls_its_revision_back_and_is_shown_with_its_place()
    {
        using var work = TwoRevisions();
        work.Script("c", "b", Workspace.Sql("CREATE TABLE C (X INTEGER)", "INSERT INTO Nowhere VALUES (1)", "CREATE TABLE D (X INTEGER)"));

        var error = work.Error(Methods.Apply, work.Plan());

        Assert.Equal("RevisionFailed", error.ErrorId);
        Assert.Equal("c", error.Target);
        Assert.Empty(error.Detail);
        Assert.Contains(work.PathOf("c"), error.Message);
        Assert.Contains("statement 2 of 3", error.Message);
        Assert.Contains("no such table: Nowhere", error.Message);
        Assert.Contains("INSERT INTO Nowhere VALUES (1)", error.Message);
        Assert.Contains("nothing of it remains", error.Message);
        Assert.Contains("Applied before it: 'a', 'b'.", error.Message);
        var line = File.ReadAllLines(work.PathOf("c")).ToList().FindIndex(l => l.Contains("Nowhere")) + 1;
        Assert.Contains($"line {line}", error.Message);
        Assert.Empty(work.Query("SELECT name FROM sqlite_master WHERE name IN ('C', 'D')"));
        Assert.Equal(["a", "b"], work.Query("SELECT Revision FROM __DbMigrationHistory ORDER BY AppliedAt"));
        Assert.Equal(["c|failed|INSERT INTO Nowhere VALUES (1)"], work.Query("SELECT Revision, Outcome, Statement FROM __DbMigrationLog WHERE Outcome <> 'succeeded'"));
    }

    [Theory]
    [InlineData("SELECT 1; INSERT INTO Nowhere VALUES (1)", "no such table: Nowhere")]
    [InlineData("WITH c(x) AS (VALUES (1), (2)) SELECT CASE x WHEN 2 THEN abs(-9223372036854775807 - 1) END FROM c", "integer overflow")]
    public void What_fails_behind_a_row_is_a_failure_too(string sql, string reason)
    {
        using var work = new Workspace();
        work.Script("a", null, Workspace.Sql("CREATE TABLE A (X INTEGER)", sql));

        Assert.Contains(reason, work.Error(Methods.Apply, work.Plan()).Message);
        Assert.Empty(work.Status().Applied);
    }

    [Fact]
    public void A_first_revision_that_fails_leaves_only_the_log()
    {
        using var work = new Workspace();
        work.Script("a", null, Workspace.Sql("CREATE TABLE A (X INTEGER)", "nonsense"));

        Assert.Equal("RevisionFailed", work.Error(Methods.Apply, work.Plan()).ErrorId);

        Assert.Equal(["__DbMigrationLog"], work.Query("SELECT name FROM sqlite_master WHERE type = 'table'"));
        Assert.False(File.Exists(work.LockFile));
    }

    [Fact]
    public void What_was_shown_is_what_runs_or_nothing()
    {
        using var work = TwoRevisions();
        var request = work.Plan();
        request.Expected = ["a"];

        Assert.Equal("PlanChanged", work.Error(Methods.Apply, request).ErrorId);
        Assert.False(File.Exists(work.Database));

        request.Expected = ["a", "b"];
        request.Agreed = 1;
        Assert.Equal(1, work.Apply(request).Steps);
        (request.Expected, request.Agreed) = (["b"], 1);
        Assert.Equal(1, work.Apply(request).Steps);
        Assert.Equal(0, work.Apply(request).Steps);
    }

    [Fact]
    public void Cancelling_stops_before_the_next_statement_and_says_what_was_applied()
    {
        using var work = TwoRevisions();
        using var source = new CancellationTokenSource();
        work.Script("c", "b", Workspace.Sql("CREATE TABLE C (X INTEGER)", "CREATE TABLE D (X INTEGER)"));

        var (kind, body) = work.Invoke(Methods.Apply, work.Plan(), (k, b) => { if (k == Events.Verbose && b.Contains("c: statement 1")) source.Cancel(); }, source.Token);

        Assert.Equal(Events.Cancelled, kind);
        var text = JsonSerializer.Deserialize<TextEvent>(body)!.Text;
        Assert.Contains("in revision c", text);
        Assert.Contains("Applied before it: 'a', 'b'.", text);
        Assert.Equal(["a", "b"], work.Query("SELECT Revision FROM __DbMigrationHistory ORDER BY AppliedAt"));
        Assert.Equal(["c|cancelled"], work.Query("SELECT Revision, Outcome FROM __DbMigrationLog WHERE Outcome <> 'succeeded'"));
        Assert.Empty(work.Query("SELECT name FROM sqlite_master WHERE name IN ('C', 'D')"));
    }

    [Fact]
    public void Cancelling_stops_a_statement_that_never_ends()
    {
        using var work = new Workspace();
        using var source = new CancellationTokenSource();
        work.Script("a", null, Workspace.Sql("CREATE TABLE A (X INTEGER)", Endless));

        var (kind, _) = work.Invoke(Methods.Apply, work.Plan(), (k, b) => { if (k == Events.Verbose && b.Contains("statement 2")) source.CancelAfter(50); }, source.Token);

        Assert.Equal(Events.Cancelled, kind);
        Assert.Empty(work.Query("SELECT name FROM sqlite_master WHERE name = 'A'"));
    }

    [Fact]
    public void A_statement_that_takes_longer_than_allowed_is_told_from_one_that_fails()
    {
        using var work = new Workspace();
        work.Script("a", null, Workspace.Sql("CREATE TABLE A (X INTEGER)", Endless));
        var request = work.Plan();
        request.Timeout = 1;

        var error = work.Error(Methods.Apply, request);

        Assert.Equal("StatementTimeout", error.ErrorId);
        Assert.Contains("statement 2 of 2", error.Message);
        Assert.Empty(work.Query("SELECT name FROM sqlite_master WHERE name = 'A'"));
    }

    [Fact]
    [Trait("EF", "60")]
    public void A_statement_that_needs_no_transaction_stands_between_two()
    {
        using var work = new Workspace();
        work.Script("a", null, Workspace.Sql("CREATE TABLE A (X INTEGER)") + "migrationBuilder.Sql(\"VACUUM\", suppressTransaction: true);" + Workspace.Sql("INSERT INTO A VALUES (1)"));

        Assert.Equal(1, work.Apply().Steps);

        Assert.Equal(["1"], work.Query("SELECT X FROM A"));
    }

    [Fact]
    [Trait("EF", "60")]
    public void What_was_committed_before_a_failure_is_not_said_to_be_gone()
    {
        using var work = new Workspace();
        work.Script("a", null, Workspace.Sql("CREATE TABLE A (X INTEGER)") + "migrationBuilder.Sql(\"VACUUM\", suppressTransaction: true);" + Workspace.Sql("nonsense"));

        var error = work.Error(Methods.Apply, work.Plan());

        Assert.Contains("Statements 1 to 2 are committed and remain", error.Message);
        Assert.Equal(["A"], work.Query("SELECT name FROM sqlite_master WHERE name = 'A'"));
    }

    [Fact]
    public void A_changed_script_is_undone_with_a_warning()
    {
        using var work = TwoRevisions();
        work.Apply();
        work.Script("b", "a", Workspace.Sql("CREATE TABLE B (Y INTEGER)"), Workspace.Sql("DROP TABLE B"));

        work.Apply(work.Undo());

        Assert.Contains("The script of b was changed after it was applied", Assert.Single(work.Warnings));
    }

    internal const string Endless = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT max(x) FROM c";

    internal static Workspace TwoRevisions()
    {
        var work = new Workspace();
        work.Script("a", null, Workspace.Sql("CREATE TABLE A (X INTEGER)"), Workspace.Sql("DROP TABLE A"), "first");
        work.Script("b", "a", Workspace.Sql("CREATE TABLE B (X INTEGER)"), Workspace.Sql("DROP TABLE B"), "second");
        return work;
    }
}
