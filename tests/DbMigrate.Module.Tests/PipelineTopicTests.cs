using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DbMigrate.Module.Tests.Hosting;
using Xunit;

namespace DbMigrate.Module.Tests;

/// <summary>The script of about_DbMigrate_Pipelines, run as a build agent runs it.</summary>
public sealed class PipelineTopicTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Database _database;

    public PipelineTopicTests()
    {
        _database = new Database(_folder["test.db"]);
        _folder.Write("migrations/dbmigrate.psd1", "@{ }");
        _folder.WriteRevision("first1", "", up: "migrationBuilder.Sql(\"CREATE TABLE Notes (Id INTEGER)\");");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_script_migrates_and_ends_well()
    {
        var run = await Run(Script());

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal(["first1"], _database.Applied());
    }

    [Fact]
    public async Task The_script_fails_when_a_revision_fails()
    {
        _folder.WriteRevision("second2", "first1", up: "migrationBuilder.Sql(\"INSERT INTO Nowhere VALUES (1)\");");

        var run = await Run(Script() + "\n'This line is not reached.'");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("DbMigrate.RevisionFailed,", run.Error);
        Assert.DoesNotContain("not reached", run.Output);
        Assert.Equal(["first1"], _database.Applied());
    }

    [Fact]
    public async Task Without_Confirm_false_a_question_is_an_error_and_does_not_wait()
    {
        var run = await Run("$ErrorActionPreference = 'Stop'\nImport-Module DbMigrate\nUpdate-Database\nUndo-DbMigration");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("DbMigrate.ConfirmationRequired,", run.Error);
        Assert.Equal(["first1"], _database.Applied());
    }

    [Fact]
    public void Every_system_is_shown_and_the_script_says_what_matters()
    {
        var topic = Topic();

        Assert.All(["    GITHUB\n", "    AZURE\n", "    GITLAB\n"], system => Assert.Contains(system, topic));
        Assert.Contains("$ErrorActionPreference = 'Stop'", Script());
        Assert.Contains("-Confirm:$false", Script());
    }

    private Task<ScriptRun> Run(string script) => ScriptRun.Of(_folder, script, new Dictionary<string, string>
    {
        ["CI"] = "true",
        ["DBMIGRATE_PROVIDER"] = "Sqlite",
        ["DBMIGRATE_CONNECTIONSTRING"] = _database.ConnectionString,
    });

    private static string Topic()
        => File.ReadAllText(Path.Combine(Repository.Module, "en-US", "about_DbMigrate_Pipelines.help.txt")).ReplaceLineEndings("\n");

    private static string Script()
    {
        const string heading = "    THE SCRIPT\n";
        var topic = Topic();
        var lines = topic[(topic.IndexOf(heading, StringComparison.Ordinal) + heading.Length)..].Split('\n');
        return string.Join("\n", lines.SkipWhile(l => !l.StartsWith("        ", StringComparison.Ordinal)).TakeWhile(l => l.StartsWith("        ", StringComparison.Ordinal)).Select(l => l.Trim()));
    }
}
