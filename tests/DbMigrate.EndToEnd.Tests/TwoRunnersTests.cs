using System;
using System.Threading.Tasks;
using DbMigrate.Tests.Shared;
using Microsoft.Data.Sqlite;
using Xunit;

namespace DbMigrate.EndToEnd.Tests;

/// <summary>Two Update-Database at once, in processes of their own.</summary>
public sealed class TwoRunnersTests
{
    private const string Update = "Update-Database -Provider Sqlite -ConnectionString 'Data Source=test.db' -LockTimeout ";

    [Fact]
    public async Task One_applies_and_the_other_waits_and_finds_nothing_to_do()
    {
        using var sandbox = Prepare();
        using var first = await StartHolder(sandbox);
        using var second = PowerShellProcess.Start(sandbox, "@(" + Update + "60).Count");
        await PowerShellProcess.Until(() => second.Workers().Length == 1, "the second runner's worker", second);
        LetGo();

        Assert.Equal(0, first.WaitForExit());
        Assert.Equal(0, second.WaitForExit());
        Assert.Contains("applied b", first.Output);
        Assert.Equal("0", second.Output.Trim());
        Assert.Equal(2L, sandbox.Query("SELECT count(*) FROM __DbMigrationHistory"));
    }

    [Fact]
    public async Task The_other_fails_after_its_lock_timeout_and_names_the_holder()
    {
        using var sandbox = Prepare();
        using var first = await StartHolder(sandbox);
        using var second = PowerShellProcess.Start(sandbox, Update + "1");

        Assert.Equal(1, second.WaitForExit());
        Assert.Contains("DbMigrate.DatabaseBusy,", second.Error);
        Assert.Contains(Environment.MachineName, second.Error);
        Assert.Contains(first.Workers()[0].ToString(), second.Error);
        LetGo();
        Assert.Equal(0, first.WaitForExit());
    }

    [Fact]
    public async Task A_killed_holder_blocks_nobody()
    {
        Skip.If(!OperatingSystem.IsLinux(), "needs signals and /proc");
        using var sandbox = Prepare();
        using var first = await StartHolder(sandbox);
        PowerShellProcess.Signal("KILL", [first.Id, .. first.Workers()]);
        LetGo();

        Assert.Equal("2", PowerShellProcess.Run(sandbox, "@(" + Update + "0).Count").Trim());
    }

    private SqliteConnection? _writer;

    private static Sandbox Prepare()
    {
        var sandbox = new Sandbox();
        sandbox.WriteRevision("a", null, Sandbox.Sql("CREATE TABLE A (X INTEGER)"));
        sandbox.WriteRevision("b", "a", Sandbox.Sql("CREATE TABLE B (X INTEGER)"));
        return sandbox;
    }

    /// <summary>Starts a runner that holds the lock and waits: another program writes to the database.</summary>
    private async Task<PowerShellProcess> StartHolder(Sandbox sandbox)
    {
        _writer = sandbox.Open();
        using (var begin = _writer.CreateCommand())
        {
            begin.CommandText = "CREATE TABLE Other (X INTEGER); BEGIN IMMEDIATE";
            begin.ExecuteNonQuery();
        }

        var holder = PowerShellProcess.Start(sandbox, Update + "120 | ForEach-Object { \"applied $($_.Revision)\" }");
        await PowerShellProcess.Until(() => System.IO.File.Exists(sandbox.Database + ".dbmigrate-lock"), "the first runner's lock", holder);
        return holder;
    }

    private void LetGo() => _writer!.Dispose();
}
