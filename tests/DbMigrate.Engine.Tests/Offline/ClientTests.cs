using System;
using System.Threading.Tasks;
using DbMigrate.Protocol;
using Xunit;

namespace DbMigrate.Engine.Tests.Offline;

/// <summary>A script, fed to the database's own client, leaves what a run leaves.</summary>
public sealed class ClientTests(Blog blog) : IClassFixture<Blog>
{
    [Theory]
    [InlineData("a chain from nothing", "", ":b1")]
    [InlineData("a chain", "a", "a:b1")]
    [InlineData("a branch", "a", "a:b1,b2")]
    [InlineData("a branch beside another", "b1", "b1:b2")]
    [InlineData("a merge", "b1,b2", "b1,b2:m")]
    [InlineData("a merge from one arm", "b2", "b2:m")]
    [InlineData("what deletes cascades to", "m", "m:n")]
    [InlineData("a rebuild after a native change", "n", "n:o")]
    [InlineData("everything", "", "base:heads")]
    [InlineData("undoing a chain", "b1", "b1:base")]
    [InlineData("undoing a branch", "b1,b2", "b1,b2:b2@a")]
    [InlineData("undoing a merge", "m", "m:-1")]
    [InlineData("undoing past a branch", "n", "n:a")]
    [InlineData("undoing a rebuild", "o", "o:n")]
    [InlineData("undoing everything", "o", "heads:base")]
    public async Task A_script_leaves_what_a_run_leaves(string what, string start, string range)
    {
        SqliteClient.SkipWithout();
        string[] before = start.Length == 0 ? [] : start.Split(',');
        var (applied, scripted) = (blog.Database(before), blog.Database(before));
        var (from, end) = (range.Split(':')[0], range.Split(':')[1]);
        var isDown = what.StartsWith("undoing", StringComparison.Ordinal);

        blog.Work.Apply(Blog.At(applied, isDown ? blog.Work.Undo(end) : blog.Work.Plan(end.Split(','))));
        var (exitCode, error) = await SqliteClient.Run(scripted, blog.Script($"{from}:{end}"));

        Assert.Equal((what, 0, ""), (what, exitCode, error));
        Assert.Equal(Blog.Dump(applied), Blog.Dump(scripted));
    }

    [Theory]
    [InlineData("", "head")]
    [InlineData("a", "b1")]
    [InlineData("n", "b1")]
    [InlineData("b1,b2", "base")]
    public async Task The_script_of_a_database_leaves_what_a_run_leaves(string start, string end)
    {
        SqliteClient.SkipWithout();
        string[] before = start.Length == 0 ? [] : start.Split(',');
        var (applied, scripted) = (blog.Database(before), blog.Database(before));
        var isDown = end != "head" && start != "a";
        PlanRequest Request(string path) => Blog.At(path, isDown ? blog.Work.Undo(end) : blog.Work.Plan(end));
        var request = Request(scripted);
        request.ForClient = true;

        var (exitCode, error) = await SqliteClient.Run(scripted, Blog.Text(blog.Work.Result<SqlResult>(Methods.Sql, request)));
        blog.Work.Apply(Request(applied));

        Assert.Equal((0, ""), (exitCode, error));
        Assert.Equal(Blog.Dump(applied), Blog.Dump(scripted));
    }

    [Theory]
    [InlineData("", "m", ":m")]
    [InlineData("a", "b1,b2", "a:b1,b2")]
    [InlineData("n", "b1", "n:b1")]
    [InlineData("b1,b2", "base", "b1,b2:base")]
    public async Task The_script_of_a_stamp_leaves_what_a_stamp_leaves(string start, string end, string range)
    {
        SqliteClient.SkipWithout();
        string[] before = start.Length == 0 ? [] : start.Split(',');
        var (stamped, scripted) = (blog.Database(before), blog.Database(before));
        StampRequest Request(string path, string[] revisions)
        {
            var request = blog.Work.Stamp(revisions);
            request.ForClient = true;
            request.Database.ConnectionString = path.Length == 0 ? "" : "Data Source=" + path;
            return request;
        }

        var sql = Blog.Text(blog.Work.Result<SqlResult>(Methods.StampSql, Request(scripted, end.Split(','))));
        Assert.Equal(sql, Blog.Text(blog.Work.Result<SqlResult>(Methods.StampSql, Request("", [range]))));
        blog.Work.Result<StampResult>(Methods.Stamp, Request(stamped, end.Split(',')));
        Assert.Equal((0, ""), await SqliteClient.Run(scripted, sql));

        Assert.Equal(Blog.Dump(stamped), Blog.Dump(scripted));
        Assert.NotEqual(0, (await SqliteClient.Run(scripted, sql)).ExitCode);
        Assert.Equal(Blog.Dump(stamped), Blog.Dump(scripted));
    }
}
