using System;
using System.Linq;
using System.Threading.Tasks;
using DbMigrate.Engine.Tests.Apply;
using DbMigrate.Protocol;
using Microsoft.Data.Sqlite;
using Xunit;

namespace DbMigrate.Engine.Tests.Offline;

/// <summary>A script that cannot run to its end stops the client, with its default settings, at the last complete revision.</summary>
public sealed class FailingScriptTests(Blog blog) : IClassFixture<Blog>
{
    [Theory]
    [InlineData("n", "base:heads", "a cannot be applied: recorded already")]
    [InlineData("b1", "a:b1", "b1 cannot be applied: recorded already")]
    [InlineData("b1", "b1,b2:m", "b1, b2 must be recorded before m can be applied")]
    [InlineData("", "a:b1", "no such table: __DbMigrationHistory")]
    [InlineData("a", "b1:a", "b1 cannot be undone: not recorded")]
    [InlineData("m", "b1:a", "m must not be recorded when b1 is undone")]
    [InlineData("m", "b2:base", "m must not be recorded when b2 is undone")]
    public async Task On_another_database_than_it_was_made_for_it_changes_nothing(string at, string range, string reason)
    {
        SqliteClient.SkipWithout();
        var database = at.Length == 0 ? blog.Database() : blog.Database(at);
        var before = Blog.Dump(database);

        var (exitCode, error) = await SqliteClient.Run(database, blog.Script(range));

        Assert.NotEqual(0, exitCode);
        Assert.Contains(reason, error);
        Assert.Equal(before, Blog.Dump(database));
    }

    [Fact]
    public async Task Running_it_twice_changes_nothing_the_second_time()
    {
        SqliteClient.SkipWithout();
        var database = blog.Database();
        var script = blog.Script("base:heads");
        Assert.Equal(0, (await SqliteClient.Run(database, script)).ExitCode);
        var before = Blog.Dump(database);

        var (exitCode, error) = await SqliteClient.Run(database, script);

        Assert.NotEqual(0, exitCode);
        Assert.Contains("a cannot be applied: recorded already", error);
        Assert.Equal(before, Blog.Dump(database));
    }

    [Fact]
    public async Task A_statement_that_fails_in_the_middle_rolls_its_revision_back_and_ends_the_client()
    {
        SqliteClient.SkipWithout();
        using var other = new Blog();
        other.Work.Script("bad", "o", Workspace.Sql("CREATE TABLE Half (X INTEGER)", "INSERT INTO Nowhere VALUES (1)", "CREATE TABLE Whole (X INTEGER)"));
        other.Work.Script("after", "bad", Workspace.Sql("CREATE TABLE Later (X INTEGER)"));
        var (applied, scripted) = (other.Database("o"), other.Database());

        var (exitCode, error) = await SqliteClient.Run(scripted, other.Script("base:heads"));

        Assert.NotEqual(0, exitCode);
        Assert.Contains("no such table: Nowhere", error);
        Assert.Equal(Blog.Dump(applied), Blog.Dump(scripted));
    }

    [Fact]
    public async Task A_rebuild_after_which_rows_would_point_nowhere_is_rolled_back_as_in_a_run()
    {
        SqliteClient.SkipWithout();
        using var other = new Blog();
        other.Work.Script("bad", "o", """
            migrationBuilder.Sql("DELETE FROM P WHERE Id = 1");
            migrationBuilder.AlterColumn<string>(name: "N", table: "P", type: "TEXT", nullable: false, defaultValue: "?", oldClrType: typeof(string), oldType: "TEXT", oldNullable: true);
            """);
        var (applied, scripted) = (other.Database("o"), other.Database("o"));

        Assert.Equal("ForeignKeyViolation", other.Work.Error(Methods.Apply, Blog.At(applied, other.Work.Plan())).ErrorId);
        var (exitCode, error) = await SqliteClient.Run(scripted, other.Script("o:bad"));

        Assert.NotEqual(0, exitCode);
        Assert.Contains("rows would violate foreign keys", error);
        Assert.Equal(Blog.Dump(applied).Where(r => !r.StartsWith("log", StringComparison.Ordinal)), Blog.Dump(scripted).Where(r => !r.StartsWith("log", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Rows_that_pointed_nowhere_before_do_not_stop_a_rebuild()
    {
        SqliteClient.SkipWithout();
        var (applied, scripted) = (blog.Database("a"), blog.Database("a"));
        foreach (var path in new[] { applied, scripted })
        {
            using var connection = new SqliteConnection($"Data Source={path};Pooling=False;Foreign Keys=False");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO C VALUES (99, 4711)";
            command.ExecuteNonQuery();
        }

        blog.Work.Apply(Blog.At(applied, blog.Work.Plan("b1")));

        Assert.Equal((0, ""), await SqliteClient.Run(scripted, blog.Script("a:b1")));
        Assert.Equal(Blog.Dump(applied), Blog.Dump(scripted));
    }
}
