using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using Xunit;

namespace DbMigrate.EndToEnd.Tests;

/// <summary>The steps of docs/guides/adopt-a-database.md, run as they stand there.</summary>
public sealed class AdoptTests
{
    // What `dotnet ef migrations add` writes, as far as applying it needs.
    private const string EfMigration = """
        using Microsoft.EntityFrameworkCore;
        using Microsoft.EntityFrameworkCore.Infrastructure;
        using Microsoft.EntityFrameworkCore.Migrations;

        [DbContext(typeof(BlogContext))]
        [Migration("20250101000000_Posts")]
        public class Posts : Migration
        {
            protected override void Up(MigrationBuilder migrationBuilder)
            {
                migrationBuilder.CreateTable(
                    name: "Posts",
                    columns: table => new
                    {
                        Id = table.Column<int>(type: "INTEGER", nullable: false).Annotation("Sqlite:Autoincrement", true),
                        Title = table.Column<string>(type: "TEXT", nullable: false),
                    },
                    constraints: table => table.PrimaryKey("PK_Posts", x => x.Id));
                migrationBuilder.InsertData("Posts", new[] { "Id", "Title" }, new[] { "INTEGER", "TEXT" }, new object[] { 1, "Hello" });
                migrationBuilder.Sql("CREATE TRIGGER Posts_Title AFTER INSERT ON Posts WHEN NEW.Title = '' BEGIN SELECT RAISE(ABORT, 'no title'); END");
            }
        }
        """;

    private static readonly IReadOnlyList<string> Steps = MarkdownDocument.Blocks("docs/guides/adopt-a-database.md", "powershell");

    [Fact]
    public void A_database_without_a_project_is_adopted()
    {
        using var sandbox = new Sandbox();
        foreach (var statement in new[]
        {
            "CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT COLLATE NOCASE UNIQUE, age INT CHECK (age >= 0))",
            "CREATE VIEW adults AS SELECT name FROM people WHERE age > 17",
            "CREATE TRIGGER people_gone BEFORE DELETE ON people BEGIN SELECT RAISE(ABORT, 'people stay'); END",
            "INSERT INTO people (name, age) VALUES ('Ada', 36)",
        })
            sandbox.Query(statement);
        File.Move(sandbox.Database, sandbox.PathOf("old.db"));

        var adopted = PowerShellProcess.Run(sandbox, Steps[0]);
        var made = PowerShellProcess.Run(sandbox, Steps[1] + "'the end'");

        Assert.EndsWith("True", adopted.TrimEnd());
        Assert.DoesNotContain("Missing", made);
        Assert.DoesNotContain("Unexpected", made);
        Assert.EndsWith("the end", made.TrimEnd());
        File.Copy(sandbox.PathOf("old.db"), sandbox.Database);
        Assert.Equal("Ada", sandbox.Query("SELECT name FROM adults"));
        File.Copy(sandbox.PathOf("new.db"), sandbox.Database, overwrite: true);
        Assert.Equal("adults people people_gone", sandbox.Query("SELECT group_concat(name, ' ') FROM (SELECT name FROM sqlite_master WHERE name IN ('adults', 'people', 'people_gone') ORDER BY name)"));
    }

    [Fact]
    public void A_project_with_EF_migrations_is_adopted()
    {
        using var sandbox = new Sandbox();
        var model = MarkdownDocument.Blocks("README.md", "csharp")[0]
            .Replace("Data Source=blog.db\")", $"Data Source={sandbox.Database}\").ConfigureWarnings(w => w.Ignore(Microsoft.EntityFrameworkCore.Diagnostics.RelationalEventId.PendingModelChangesWarning));\n\n    protected override void OnModelCreating(ModelBuilder model) => model.Entity<Post>().HasData(new Post {{ Id = 1, Title = \"Hello\" }})".Replace("{{", "{").Replace("}}", "}"))
            .Replace("System.Console.WriteLine(\"A blog.\");", "using (var context = new BlogContext()) { context.Database.Migrate(); }");
        BlogProject.Write(sandbox, model);
        File.WriteAllText(sandbox.PathOf("Blog/Posts.cs"), EfMigration);
        Assert.Equal(0, Start(sandbox, "run", "--project", "Blog"));
        sandbox.Query("INSERT INTO Posts (Title) VALUES ('Mine')");
        var history = History(sandbox);
        Assert.Equal("20250101000000_Posts", history);

        Assert.EndsWith("True", PowerShellProcess.Run(sandbox, Steps[2]).TrimEnd());

        BlogProject.Write(sandbox, model.Replace("    public required string Title { get; set; }\n", "    public required string Title { get; set; }\n\n    public string? Author { get; set; }\n"));
        PowerShellProcess.Run(sandbox, Steps[3]);
        Assert.Equal("Id Title Author", sandbox.Query("SELECT group_concat(name, ' ') FROM pragma_table_info('Posts')"));
        Assert.Equal("Hello Mine", sandbox.Query("SELECT group_concat(Title, ' ') FROM Posts"));
        Assert.Equal(history, History(sandbox));
        Assert.Equal(1L, sandbox.Query("SELECT count(*) FROM sqlite_master WHERE name = 'Posts_Title'"));
        Assert.Equal(2, Directory.GetFiles(sandbox.Versions).Length);
        Assert.DoesNotContain(Directory.GetFiles(sandbox.Versions).Select(File.ReadAllText), text => text.Contains("__EFMigrations", StringComparison.Ordinal));
    }

    private static object? History(Sandbox sandbox) => sandbox.Query("SELECT group_concat(MigrationId, ' ') FROM __EFMigrationsHistory");

    private static int Start(Sandbox sandbox, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = sandbox.Folder })!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
