using System;
using System.IO;
using System.Threading.Tasks;
using DbMigrate.Tests.Shared;
using Microsoft.Data.Sqlite;
using Xunit;

namespace DbMigrate.EndToEnd.Tests;

/// <summary>Whatever ends in the middle, the database is as before the revision, and the next run finishes the job.</summary>
public sealed class InterruptedTests
{
    private const string Target = "-Provider Sqlite -ConnectionString 'Data Source=test.db'";
    private const string Update = "Update-Database " + Target + " | ForEach-Object { \"applied $($_.Revision)\" }";

    // Long enough to be met in the middle, and never waited for.
    private const string Slow = "CREATE TABLE Slow AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 4000000000) SELECT max(x) AS m FROM c";

    [Fact]
    public async Task Ctrl_C_rolls_the_revision_back_and_says_what_was_applied()
    {
        using var sandbox = Prepare();
        using var runner = await StartInTheMiddle(sandbox);
        PowerShellProcess.Signal("INT", [runner.Id, .. runner.Workers()]);

        Assert.Equal(130, runner.WaitForExit());
        Assert.Contains("applied a", runner.Output);
        Assert.Contains("'a'", runner.Error);
        AssertBeforeSecondRevision(sandbox);
        FinishTheJob(sandbox);
    }

    [Fact]
    public async Task A_killed_worker_leaves_the_database_as_before_and_the_next_command_works_in_the_same_session()
    {
        using var sandbox = Prepare();
        using var runner = await StartInTheMiddle(sandbox, $"try {{ {Update} }} catch {{ \"$($_.FullyQualifiedErrorId)\" }}; (Get-DbMigrationStatus {Target}).Current");
        PowerShellProcess.Signal("KILL", runner.Workers());

        Assert.Equal(0, runner.WaitForExit());
        Assert.Contains("DbMigrate.WorkerFailed,", runner.Output);
        Assert.EndsWith("a", runner.Output.TrimEnd());
        AssertBeforeSecondRevision(sandbox);
        FinishTheJob(sandbox);
    }

    [Fact]
    public async Task A_killed_PowerShell_takes_its_worker_with_it_and_leaves_the_database_as_before()
    {
        using var sandbox = Prepare();
        using var runner = await StartInTheMiddle(sandbox);
        var worker = Assert.Single(runner.Workers());
        runner.Kill();

        await PowerShellProcess.Until(() => !Directory.Exists($"/proc/{worker}"), "the worker's end");
        AssertBeforeSecondRevision(sandbox);
        FinishTheJob(sandbox);
    }

    private static Sandbox Prepare()
    {
        Skip.If(!OperatingSystem.IsLinux(), "needs signals and /proc");
        var sandbox = new Sandbox();
        sandbox.WriteRevision("a", null, Sandbox.Sql("CREATE TABLE A (X INTEGER)"));
        sandbox.WriteRevision("b", "a", Sandbox.Sql("CREATE TABLE B (X INTEGER)") + Sandbox.Sql("INSERT INTO A VALUES (1)") + Sandbox.Sql(Slow));
        return sandbox;
    }

    private static async Task<PowerShellProcess> StartInTheMiddle(Sandbox sandbox, string script = Update)
    {
        var runner = PowerShellProcess.Start(sandbox, script);
        try
        {
            await PowerShellProcess.Until(() => IsApplied(sandbox, "a") && HoldsWriteLock(sandbox), "the second revision's transaction");
            return runner;
        }
        catch
        {
            runner.Dispose();
            throw;
        }
    }

    private static bool IsApplied(Sandbox sandbox, string revision)
    {
        try
        {
            return File.Exists(sandbox.Database) && Equals(1L, sandbox.Query($"SELECT count(*) FROM __DbMigrationHistory WHERE Revision = '{revision}'"));
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    private static bool HoldsWriteLock(Sandbox sandbox)
    {
        try
        {
            using var connection = sandbox.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "BEGIN IMMEDIATE; ROLLBACK";
            command.CommandTimeout = 1;
            command.ExecuteNonQuery();
            return false;
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode == 5)
        {
            return true;
        }
    }

    private static void AssertBeforeSecondRevision(Sandbox sandbox)
    {
        Assert.Equal("ok", sandbox.Query("PRAGMA integrity_check"));
        Assert.Equal(0L, sandbox.Query("SELECT count(*) FROM sqlite_master WHERE name IN ('B', 'Slow')"));
        Assert.Equal(0L, sandbox.Query("SELECT count(*) FROM A"));
        Assert.Equal("a", sandbox.Query("SELECT group_concat(Revision) FROM __DbMigrationHistory"));
    }

    private static void FinishTheJob(Sandbox sandbox)
    {
        sandbox.WriteRevision("b", "a", Sandbox.Sql("CREATE TABLE B (X INTEGER)") + Sandbox.Sql("INSERT INTO A VALUES (1)"));
        Assert.Equal("applied b", PowerShellProcess.Run(sandbox, Update).Trim());
        Assert.Equal(1L, sandbox.Query("SELECT count(*) FROM A"));
    }
}
