using System;
using System.IO;
using System.Linq;
using DbMigrate.Protocol;
using Xunit;

namespace DbMigrate.Engine.Tests.Apply;

public sealed class SqlTests
{
    [Fact]
    public void The_sql_of_a_plan_run_by_hand_leaves_what_a_run_leaves()
    {
        using var shown = Filled();
        using var applied = Filled();

        var steps = shown.Result<SqlResult>(Methods.Sql, shown.Plan()).Steps;
        Assert.Equal(["b", "c"], steps.Select(s => s.Step.Revision));
        foreach (var step in steps)
            shown.Query(step.Sql + "SELECT 1");
        applied.Apply();

        const string schema = "SELECT name, sql FROM sqlite_master ORDER BY name";
        Assert.Equal(applied.Query(schema), shown.Query(schema));
        Assert.Equal(applied.Query("SELECT * FROM P ORDER BY Id"), shown.Query("SELECT * FROM P ORDER BY Id"));
        const string history = "SELECT Revision, Message, ScriptHash, EfVersion, ToolVersion, Kind FROM __DbMigrationHistory ORDER BY AppliedAt";
        Assert.Equal(applied.Query(history), shown.Query(history));
        Assert.True(shown.Status().Applied.All(r => DateTimeOffset.TryParse(r.AppliedAt, out _)));
        Assert.Empty(shown.Status().Pending);
    }

    [Fact]
    public void Showing_creates_nothing_and_takes_no_lock()
    {
        using var work = ApplyTests.TwoRevisions();
        File.WriteAllText(work.LockFile, "of nobody");

        var steps = work.Result<SqlResult>(Methods.Sql, work.Plan()).Steps;

        Assert.Contains("BEGIN IMMEDIATE;", steps[0].Sql);
        Assert.Contains("INSERT INTO \"__DbMigrationHistory\"", steps[1].Sql);
        Assert.False(File.Exists(work.Database));
        Assert.Equal("of nobody", File.ReadAllText(work.LockFile));
    }

    [Theory]
    [InlineData("-- as ever")]
    [InlineData("/* as ever */")]
    [InlineData("/* as ever")]
    [InlineData("/*")]
    [InlineData("; -- as ever")]
    [InlineData(" ;  ")]
    public void A_comment_at_the_end_of_a_statement_does_not_swallow_its_end(string end)
    {
        using var work = new Workspace();
        work.Script("a", null, Workspace.Sql("CREATE TABLE A (X INTEGER DEFAULT '/*--') " + end));

        work.Query(work.Result<SqlResult>(Methods.Sql, work.Plan()).Steps[0].Sql + "SELECT 1");

        Assert.Equal(["a"], work.Status().Current);
    }

    private static Workspace Filled()
    {
        var work = new Workspace();
        work.Script("a", null, """
            migrationBuilder.CreateTable(name: "P", columns: t => new { Id = t.Column<int>(type: "INTEGER", nullable: false), N = t.Column<string>(type: "TEXT", nullable: true) }, constraints: t => t.PrimaryKey("PK_P", x => x.Id));
            """);
        work.Script("b", "a", """
            migrationBuilder.AlterColumn<string>(name: "N", table: "P", type: "TEXT", nullable: false, defaultValue: "?", oldClrType: typeof(string), oldType: "TEXT", oldNullable: true);
            """, message: "it's required");
        work.Script("c", "b", Workspace.Sql("UPDATE P SET N = N || '!'"));
        work.Apply(work.Plan("a"));
        work.Query("INSERT INTO P VALUES (1, 'x'), (2, NULL); SELECT 1");
        return work;
    }
}
