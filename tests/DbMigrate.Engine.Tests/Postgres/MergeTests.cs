using DbMigrate.Protocol;
using DbMigrate.Tests.Shared;
using Xunit;

namespace DbMigrate.Engine.Tests.Postgres;

/// <summary>There is no empty database on a server to try a merge on, so what adding up cannot see is said.</summary>
public sealed class MergeTests(PostgresServer server)
{
    private const string Rename = "migrationBuilder.RenameColumn(name: \"x\", table: \"t\", newName: \"y\");";
    private const string Sql = "migrationBuilder.Sql(\"UPDATE t SET x = 1\");";

    [Theory]
    [InlineData(Sql, Rename, "a")]
    [InlineData(Rename, Sql, "b")]
    [InlineData(Sql, Sql, "a b")]
    [InlineData(Sql, "", "")]
    [InlineData(Rename, "", "")]
    public void SQL_beside_changes_of_the_other_branch_is_named(string a, string b, string named)
    {
        using var db = new PostgresWorkspace(server);
        db.Work.Script("open", null, """migrationBuilder.CreateTable("t", t => new { x = t.Column<int>(type: "integer") });""");
        db.Work.Script("a", "open", a, message: "first");
        db.Work.Script("b", "open", b, message: "second");

        var result = db.Work.Result<MergeResult>(Methods.Merge, new MergeRequest
        {
            Folder = db.Work.FolderMessage,
            Databases = [db.Work.DatabaseMessage],
            Parents = ["a", "b"],
            RevisionId = "m",
            Message = "merge",
            Created = "2026-11-22T14:03:00Z",
            Path = db.Work.PathOf("m"),
        });

        Assert.Empty(result.Conflicts);
        var warnings = string.Join("", db.Work.Warnings);
        Assert.Equal(named.Contains('a'), warnings.Contains($"\n  a 'first' ({db.Work.PathOf("a")})\n", System.StringComparison.Ordinal));
        Assert.Equal(named.Contains('b'), warnings.Contains($"\n  b 'second' ({db.Work.PathOf("b")})\n", System.StringComparison.Ordinal));
        Assert.Equal(named.Length > 0, warnings.StartsWith("The branches were added up, but not tried on an empty database", System.StringComparison.Ordinal));
    }
}
