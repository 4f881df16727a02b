using System.Collections.Generic;
using System.IO;
using System.Linq;
using Xunit;

namespace DbMigrate.EndToEnd.Tests;

/// <summary>The steps of docs/guides/two-heads.md, run as they stand there.</summary>
public sealed class TwoHeadsTests
{
    private const string Target = "$env:DBMIGRATE_PROVIDER = 'Sqlite'; $env:DBMIGRATE_CONNECTIONSTRING = 'Data Source=test.db'\n";

    private static readonly IReadOnlyList<string> Steps = MarkdownDocument.Blocks("docs/guides/two-heads.md", "powershell");

    [Fact]
    public void Two_heads_are_joined_on_a_database_that_has_one_of_them()
    {
        using var sandbox = Heads(anns: "Author", bobs: "Tags");
        PowerShellProcess.Run(sandbox, Target + "Update-Database bob1");
        Assert.Contains("MultipleHeads", Failure(sandbox, Target + Steps[^1]));

        PowerShellProcess.Run(sandbox, Target + Steps[0]);

        Assert.Equal("Author Id Tags Title", Columns(sandbox));
        Assert.Equal(4L, sandbox.Query("SELECT count(*) FROM __DbMigrationHistory"));
        PowerShellProcess.Run(sandbox, Target + Steps[^1]);
    }

    [Fact]
    public void One_gives_way_where_both_did_the_same()
    {
        using var sandbox = Heads(anns: "Author", bobs: "Author Tags");
        BlogProject.Write(sandbox, MarkdownDocument.Blocks("README.md", "csharp")[0]
            .Replace("    public required string Title { get; set; }\n", "    public required string Title { get; set; }\n    public string? Author { get; set; }\n    public string? Tags { get; set; }\n")
            .Replace("Data Source=blog.db", $"Data Source={sandbox.Database}"));
        File.WriteAllText(sandbox.PathOf("migrations/dbmigrate.psd1"), "@{ Project = '../Blog' }\n");
        PowerShellProcess.Run(sandbox, "Update-Database bob1");

        var conflict = PowerShellProcess.Run(sandbox, Steps[1]);
        Assert.Equal(MarkdownDocument.Blocks("docs/guides/two-heads.md", "text")[0].Trim(), conflict.ReplaceLineEndings("\n").Replace('\\', '/').Trim());

        PowerShellProcess.Run(sandbox, Steps[2]);

        Assert.Equal("Author Id Tags Title", Columns(sandbox));
        var mine = File.ReadAllText(Directory.GetFiles(sandbox.Versions, "*.cs").Single(f => f.Contains("authors_and_tags")));
        Assert.Contains("// Parents:     ann1\n", mine);
        Assert.DoesNotContain("\"Author\"", mine);
    }

    private static Sandbox Heads(string anns, string bobs)
    {
        var sandbox = new Sandbox();
        sandbox.WriteRevision(
            "open1", null, """migrationBuilder.CreateTable("Posts", t => new { Id = t.Column<int>(type: "INTEGER").Annotation("Sqlite:Autoincrement", true), Title = t.Column<string>(type: "TEXT") }, constraints: t => t.PrimaryKey("PK_Posts", p => p.Id));""");
        sandbox.WriteRevision("ann1", "open1", Add(anns), Drop(anns), "authors");
        sandbox.WriteRevision("bob1", "open1", Add(bobs), Drop(bobs), "authors and tags");
        return sandbox;
    }

    private static string Add(string columns) => string.Concat(columns.Split(' ').Select(c => $"""migrationBuilder.AddColumn<string>("{c}", "Posts", type: "TEXT", nullable: true);"""));

    private static string Drop(string columns) => string.Concat(columns.Split(' ').Select(c => $"""migrationBuilder.DropColumn("{c}", "Posts");"""));

    private static object? Columns(Sandbox sandbox) => sandbox.Query("SELECT group_concat(name, ' ') FROM (SELECT name FROM pragma_table_info('Posts') ORDER BY name)");

    private static string Failure(Sandbox sandbox, string script)
    {
        using var process = PowerShellProcess.Start(sandbox, script);
        Assert.NotEqual(0, process.WaitForExit());
        return process.Error;
    }
}
