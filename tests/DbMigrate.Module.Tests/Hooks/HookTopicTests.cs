using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using DbMigrate.Module.Tests.Hosting;
using Xunit;

namespace DbMigrate.Module.Tests.Hooks;

/// <summary>The examples of about_DbMigrate_Hooks, and the README's, run as they stand there.</summary>
public sealed class HookTopicTests(HookSession hooks) : IClassFixture<HookSession>
{
    [Fact]
    public void Configure()
    {
        var folder = hooks.Folder(Example("CONFIGURE"));

        folder.Run("Update-Database -Provider Sqlite -Argument @{ Place = 'eu' }").MustSucceed();

        Assert.True(File.Exists(folder["eu.db"]));
    }

    [Fact]
    public void IncludeObject()
    {
        var script = New(hooks.Folder(Example("INCLUDEOBJECT")));

        Assert.Contains("name: \"Products\"", script);
        Assert.DoesNotContain("AuditEntries", script);
    }

    [Fact]
    public void Generated()
    {
        var folder = hooks.Folder(Example("GENERATED"));
        File.WriteAllText(folder["migrations/versions/two2.cs"], File.ReadAllText(folder["migrations/versions/two2.cs"])
            .Replace("migrationBuilder.Sql(\"CREATE TABLE two2 (Id INTEGER)\");", "migrationBuilder.CreateTable(\"Old\", t => new { Id = t.Column<int>(type: \"INTEGER\") }); migrationBuilder.CreateIndex(\"IX_Old\", \"Old\", \"Id\");"));

        var script = New(folder);

        Assert.Contains("name: \"Products\"", script);
        Assert.DoesNotContain("\"Old\"", script);
    }

    [Fact]
    public void BeforeApply_and_AfterApply()
    {
        var folder = hooks.Folder(Example("BEFOREAPPLY AND AFTERAPPLY"));
        var script = folder["migrations/versions/two2.cs"];
        File.WriteAllText(script, File.ReadAllText(script).Replace("// Message: ", "// Destructive: drops a table\n// Message: "));

        var refused = folder.OnDatabase("Update-Database");
        Assert.Contains("Revision two2 loses data: back it up.", refused.MustFail("HookFailed").ToString());
        Assert.Contains($"{folder.Database.Path} is at one1", refused.HostText);

        folder.OnDatabase("Update-Database -Argument @{ Backup = 'done' }").MustSucceed();
        Assert.Equal(["one1", "two2"], folder.Database.Applied());
    }

    [Fact]
    public void Those_of_the_README()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md")).ReplaceLineEndings("\n");
        var folder = hooks.Folder(Regex.Match(readme, "^```ps1\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline).Groups[1].Value);

        folder.Run("Update-Database -Provider Sqlite -Argument @{ Place = 'eu' }").MustSucceed();

        Assert.True(File.Exists(folder["eu.db"]));
        Assert.Contains("name: \"Products\"", New(folder));
    }

    private static string New(HookFolder folder) => File.ReadAllText(folder.Run($"New-DbMigration 'a change' {WarehouseTarget.Argument}").Single<string>("Path"));

    // The first hashtable below a heading.
    private static string Example(string heading)
    {
        IEnumerable<string> lines = File.ReadAllLines(Path.Combine(Repository.Module, "en-US", "about_DbMigrate_Hooks.help.txt"));
        var example = lines.SkipWhile(l => l != heading).SkipWhile(l => l != "        @{").TakeWhile(l => l.Length == 0 || l.StartsWith("        ", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(example);
        return string.Join("\n", example);
    }
}
