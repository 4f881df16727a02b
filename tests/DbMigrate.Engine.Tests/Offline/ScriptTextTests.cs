using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using DbMigrate.Protocol;
using Xunit;

namespace DbMigrate.Engine.Tests.Offline;

/// <summary>What a script says; that it works is tested with the client.</summary>
public sealed class ScriptTextTests(Blog blog) : IClassFixture<Blog>
{
    [Theory]
    [InlineData("C47", "a:b1", 0, "INSERT b1")]
    [InlineData("C47", "base:b1", 1, "INSERT a, INSERT b1")]
    [InlineData("C47", "m:base", 0, "DELETE m, DELETE b2, DELETE b1, DELETE a")]
    [InlineData("C47, not the end's", "m:a", 0, "DELETE m, DELETE b2, DELETE b1")]
    [InlineData("C47, nothing between", "m:m", 0, "")]
    public void C47_the_history_table_is_kept_in_the_script(string number, string range, int creates, string rows)
    {
        var script = blog.Script(range);

        Assert.Equal((number, creates), (number, Regex.Count(script, "CREATE TABLE IF NOT EXISTS \"__DbMigrationHistory\"")));
        var found = Regex.Matches(script, "^(?:(INSERT) INTO \"__DbMigrationHistory\" .* VALUES \\('(\\w+)'|(DELETE) FROM \"__DbMigrationHistory\" .* IN \\('(\\w+)'\\))", RegexOptions.Multiline);
        Assert.Equal((number, rows), (number, string.Join(", ", found.Select(m => m.Groups[1].Value + m.Groups[3].Value + " " + m.Groups[2].Value + m.Groups[4].Value))));
        Assert.DoesNotContain("DROP TABLE \"__DbMigration", script);
    }

    [Theory]
    [InlineData("base:heads", 6)]
    [InlineData("m:a", 3)]
    public void C57_each_revision_has_a_transaction_of_its_own_and_a_note(string range, int revisions)
    {
        var lines = blog.Script(range).Split('\n');

        Assert.Equal(revisions, lines.Count(l => l == "BEGIN IMMEDIATE;"));
        Assert.Equal(revisions, lines.Count(l => l == "COMMIT;"));
        Assert.Equal(revisions, lines.Count(l => Regex.IsMatch(l, "^-- (Apply|Undo) \\w+")));
        Assert.Equal(".bail on", lines[0]);
    }

    [Fact]
    public void C57_a_message_of_several_lines_stays_a_comment() => Assert.Contains("-- Apply a: posts and comments\n", blog.Script(":a"));

    [Fact]
    public void C57_what_runs_outside_a_transaction_stands_between_two()
    {
        using var other = new Blog();
        other.Work.Script("vacuumed", "o", """migrationBuilder.Sql("CREATE TABLE V (X INTEGER)"); migrationBuilder.Sql("VACUUM", suppressTransaction: true);""");

        Assert.Contains("CREATE TABLE V (X INTEGER);\nCOMMIT;\nVACUUM;\nBEGIN IMMEDIATE;\n", other.Script("o:vacuumed"));
    }

    [Fact]
    public void Neither_a_connection_nor_a_database_is_needed()
    {
        blog.Script("base:heads");

        Assert.False(File.Exists(blog.Work.Database));
        Assert.Equal("ConnectionMissing", blog.Work.Error(Methods.Plan, new PlanRequest { Folder = blog.Work.FolderMessage, Database = new DatabaseMessage { Context = blog.Work.Context } }).ErrorId);
    }

    [Fact]
    public void A_database_that_cannot_guard_refuses_to_be_idempotent()
    {
        var error = blog.Work.Error(Methods.Script, new ScriptRequest { Folder = blog.Work.FolderMessage, Database = blog.Work.DatabaseMessage, Range = ["base:heads"], Idempotent = true });

        Assert.Equal("IdempotentNotSupported", error.ErrorId);
        Assert.Contains("SQLite", error.Message);
        Assert.Contains("Update-Database", error.Action);
    }

    [Fact]
    public void The_same_range_gives_the_same_text() => Assert.Equal(blog.Script("base:heads"), blog.Script("base:heads"));
}
