using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DbMigrate.Tests.Shared;
using Microsoft.Data.Sqlite;
using Xunit;

namespace DbMigrate.EndToEnd.Tests;

/// <summary>
/// Killed before each single statement of a run with two rebuilds, no exception in its place: the file is sound, as
/// before the revision or as after it, and the next run finishes the job.
/// </summary>
public sealed class KilledTests
{
    // Large enough that SQLite writes to the file before the commit, so that there is a journal to roll back.
    private const int Rows = 2500;

    private static readonly string Target = Path.Combine(
        Sandbox.Repository, "tests", "Fixtures", "SteppingTarget", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0", "SteppingTarget.dll");

    private static string Update => $"Update-Database -Assembly '{Target}' -ConnectionString 'Data Source=test.db'";

    [Fact]
    public async Task A_worker_that_is_killed_before_any_statement_loses_nothing()
    {
        using var sandbox = Prepare();
        using var server = new StepServer(sandbox.PathOf("steps"));
        using var runner = PowerShellProcess.Start(sandbox, $$"""
            while ($true) {
                $env:STEPPING_SOCKET = '{{server.Path}}'
                try { {{Update}} | Out-Null } catch { $_.FullyQualifiedErrorId }
                'round over'
                $null = [System.IO.File]::ReadAllText("$PWD/go")
                $env:STEPPING_SOCKET = ''
                {{Update}} | Out-Null
                'finished'
                $null = [System.IO.File]::ReadAllText("$PWD/go")
            }
            """);

        for (var round = 1; ; round++)
        {
            Restore(sandbox);
            var statement = await server.Run(round - 1, () => PowerShellProcess.Signal("KILL", runner.Workers()));
            await Until(runner, "round over", round);
            if (statement is null)
            {
                Assert.True(round > 25, $"The run has only {round} statements.");
                return;
            }

            Check(sandbox, isFinished: false, statement);
            Go(sandbox);
            await Until(runner, "finished", round);
            Check(sandbox, isFinished: true, statement);

            // A worker that does not stop before statements has started for this.
            PowerShellProcess.Signal("KILL", runner.Workers());
            Restore(sandbox);
            Go(sandbox);
        }
    }

    [Fact]
    public async Task A_PowerShell_that_is_killed_before_any_statement_loses_nothing()
    {
        using var sandbox = Prepare();
        using var server = new StepServer(sandbox.PathOf("steps"));
        using var finisher = PowerShellProcess.Start(sandbox, $$"""
            while ($true) {
                $null = [System.IO.File]::ReadAllText("$PWD/go")
                {{Update}} | Out-Null
                'finished'
            }
            """);

        for (var round = 1; ; round++)
        {
            Restore(sandbox);
            using var runner = PowerShellProcess.Start(sandbox, $"$env:STEPPING_SOCKET = '{server.Path}'\n{Update} | Out-Null");
            int[] workers = [];
            var statement = await server.Run(round - 1, () =>
            {
                workers = runner.Workers();
                runner.Kill();
            });
            if (statement is null)
            {
                Assert.True(round > 25, $"The run has only {round} statements.");
                return;
            }

            await PowerShellProcess.Until(() => !workers.Any(w => Directory.Exists($"/proc/{w}")), "the worker's end");
            Check(sandbox, isFinished: false, statement);
            Go(sandbox);
            await Until(finisher, "finished", round);
            Check(sandbox, isFinished: true, statement);
        }
    }

    private static Task Until(PowerShellProcess process, string line, int count)
        => PowerShellProcess.Until(() => process.Output.Split('\n').Count(l => l.Trim() == line) >= count, line, process);

    private static Sandbox Prepare()
    {
        Skip.If(!OperatingSystem.IsLinux(), "needs signals and /proc");
        var sandbox = new Sandbox();
        sandbox.WriteRevision("a", null, Sandbox.Sql("CREATE TABLE P (Id INTEGER PRIMARY KEY AUTOINCREMENT, N TEXT)") + Sandbox.Sql("CREATE INDEX IX_P ON P (N)")
            + Sandbox.Sql("CREATE TABLE C (Id INTEGER PRIMARY KEY, PId INTEGER REFERENCES P (Id) ON DELETE CASCADE, T TEXT)")
            + Sandbox.Sql("CREATE TRIGGER TR AFTER INSERT ON C BEGIN UPDATE P SET N = N WHERE 0; END")
            + Sandbox.Sql($"WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < {Rows}) INSERT INTO P SELECT n, printf('%.900c', 'x') || n FROM c")
            + Sandbox.Sql("INSERT INTO C SELECT Id, Id, N FROM P"));
        PowerShellProcess.Run(sandbox, Update);
        sandbox.WriteRevision("b", "a", "migrationBuilder.AddCheckConstraint(\"CK_P\", \"P\", \"N <> ''\"); migrationBuilder.AddCheckConstraint(\"CK_C\", \"C\", \"T <> ''\");");
        File.Copy(sandbox.Database, sandbox.PathOf("start.db"));
        Process.Start("mkfifo", [sandbox.PathOf("go")])!.WaitForExit();
        return sandbox;
    }

    // Lets a script go on that reads the pipe.
    private static void Go(Sandbox sandbox) => File.WriteAllText(sandbox.PathOf("go"), "go");

    private static void Restore(Sandbox sandbox)
    {
        File.Delete(sandbox.Database + "-journal");
        File.Copy(sandbox.PathOf("start.db"), sandbox.Database, overwrite: true);
    }

    // Looks at a copy, so that the next run finds the file as the killed one left it.
    private static void Check(Sandbox sandbox, bool isFinished, string statement)
    {
        var copy = sandbox.PathOf("copy.db");
        File.Copy(sandbox.Database, copy, overwrite: true);
        File.Delete(copy + "-journal");
        if (File.Exists(sandbox.Database + "-journal"))
            File.Copy(sandbox.Database + "-journal", copy + "-journal");
        using var connection = new SqliteConnection($"Data Source={copy};Pooling=False");
        connection.Open();
        object? Query(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            return command.ExecuteScalar();
        }

        Assert.Equal("ok", Query("PRAGMA integrity_check"));
        Assert.Null(Query("PRAGMA foreign_key_check"));
        Assert.Equal($"{Rows}|{Rows}|{Rows}", Query("SELECT (SELECT count(*) FROM P) || '|' || (SELECT count(*) FROM C) || '|' || (SELECT seq FROM sqlite_sequence)"));
        var applied = (string)Query("SELECT group_concat(Revision, '') FROM (SELECT Revision FROM __DbMigrationHistory ORDER BY 1)")!;
        Assert.True(applied is "ab" || (applied == "a" && !isFinished), $"{applied} is applied after a kill before: {statement}");
        Assert.Equal(applied == "ab" ? 2L : 0L, Query("SELECT count(*) FROM sqlite_master WHERE sql LIKE '%CK_%'"));
        Assert.Equal("IX_P,TR", Query("SELECT group_concat(name) FROM (SELECT name FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL ORDER BY name)"));
        Assert.Equal(0L, Query("SELECT count(*) FROM sqlite_master WHERE name LIKE '\\_dbm%' ESCAPE '\\'"));
    }
}
