using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DbMigrate.Module.Tests.Hosting;
using DbMigrate.Tests.Shared;
using Xunit;

namespace DbMigrate.Module.Tests.Targets;

/// <summary>Two sessions, and two targets in one session, know nothing of each other.</summary>
public sealed class SideBySideTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Session _one;
    private readonly Session _two;

    public SideBySideTests()
    {
        _one = new Session(_folder.Path);
        _two = new Session(_folder.Path);
    }

    private static string Shop { get; } = $"-Assembly '{Path.Combine(Repository.Root, "tests", "Fixtures", "ConsoleTarget", "bin", Repository.Configuration, "net10.0", "ConsoleTarget.dll")}'";

    public void Dispose()
    {
        foreach (var session in new[] { _one, _two })
        {
            session.Dispose();
        }

        _folder.Dispose();
    }

    [Fact]
    public async Task Two_sessions_do_the_main_job_at_the_same_time()
    {
        var shop = Task.Run(() => MainJob(_one, "shop", Shop), TestContext.Current.CancellationToken);
        var warehouse = Task.Run(() => MainJob(_two, "warehouse", WarehouseTarget.Argument), TestContext.Current.CancellationToken);

        Assert.Equal(["Customers"], (await shop).Tables());
        Assert.Equal(["AuditEntries", "Products", "Suppliers"], (await warehouse).Tables());
    }

    [Fact]
    public async Task Two_sessions_run_the_same_new_scripts_at_the_same_time()
    {
        // Never compiled before, so that both compile them.
        var comment = Guid.NewGuid().ToString("N");
        _folder.Write("migrations/dbmigrate.psd1", "@{ }");
        foreach (var number in Enumerable.Range(1, 5))
            _folder.WriteRevision($"r{number}", number == 1 ? "" : $"r{number - 1}", up: $"migrationBuilder.Sql(\"CREATE TABLE T{number} (Id INTEGER); -- {comment}\");");
        string[] Update(Session session, string database)
            => [.. session.Run($"Update-Database {Shop} {new Database(_folder[database]).Argument}").All<string>("Revision")];

        var one = Task.Run(() => Update(_one, "one.db"), TestContext.Current.CancellationToken);
        var two = Task.Run(() => Update(_two, "two.db"), TestContext.Current.CancellationToken);

        Assert.Equal(["r1", "r2", "r3", "r4", "r5"], await one);
        Assert.Equal(["r1", "r2", "r3", "r4", "r5"], await two);
    }

    [Fact]
    public void The_worker_of_a_session_that_is_killed_or_ended_is_no_other_sessions_worker()
    {
        Skip.If(!OperatingSystem.IsLinux(), "workers are found in /proc");
        string Name(Session session) => session.Run($"Get-DbMigrationContext {Shop}").Single<string>("Name");
        Assert.Equal("ShopContext", Name(_one));
        var first = Assert.Single(Workers.Ids());
        Assert.Equal("ShopContext", Name(_two));
        var second = Assert.Single(Workers.Ids(), id => id != first);

        using var killed = Process.GetProcessById(first);
        killed.Kill();
        killed.WaitForExit();
        Assert.Equal("ShopContext", Name(_two));
        Assert.Equal("ShopContext", Name(_one));
        Assert.Contains(second, Workers.Ids());

        _one.Run("Remove-Module DbMigrate").MustSucceed();
        Assert.Equal([second], Workers.Ids());
        Assert.Equal("ShopContext", Name(_two));
        Assert.Equal([second], Workers.Ids());
    }

    [Fact]
    public void Two_targets_in_one_session_take_turns()
    {
        var (shop, warehouse) = (new Database(_folder["shop.db"]), new Database(_folder["warehouse.db"]));
        var (inShop, inWarehouse) = ($"-Path shop {Shop} {shop.Argument}", $"-Path warehouse {WarehouseTarget.Argument} {warehouse.Argument}");
        Run("Initialize-DbMigration -Path shop; Initialize-DbMigration -Path warehouse");
        Assert.Equal("CreateTable", Run($"(New-DbMigration a -RevisionId a1 -Path shop {Shop}).Operations.Kind").Single().ToString());
        Assert.Contains("CreateIndex", Run($"(New-DbMigration b -RevisionId b1 -Path warehouse {WarehouseTarget.Argument}).Operations.Kind").Output.Select(k => k.ToString()));

        // One command of the other target while the first one's still runs.
        Assert.Equal(["a1 b1"], Run($"Update-Database {inShop} | ForEach-Object {{ \"$($_.Revision) $((Update-Database {inWarehouse}).Revision)\" }}").Output.Select(o => o.ToString()));
        Assert.Equal(["Customers"], shop.Tables());
        Assert.Equal(["AuditEntries", "Products", "Suppliers"], warehouse.Tables());

        _folder.Write("shop/versions/bad.cs", File.ReadAllText(Directory.GetFiles(_folder["shop/versions"]).Single()).Replace("a1", "bad1").Replace("(none)", "a1"));
        _one.Run($"Update-Database {inShop}").MustFail("ReplayConflict");
        Assert.Equal("True", Run($"(Get-DbMigrationStatus {inWarehouse}).IsUpToDate").Single().ToString());
        Assert.Equal("False", Run($"(Get-DbMigrationStatus {inShop}).IsUpToDate").Single().ToString());
        Assert.Empty(Run($"New-DbMigration nothing -Path warehouse {WarehouseTarget.Argument}").Output);
    }

    private Database MainJob(Session session, string name, string target)
    {
        var database = new Database(_folder[$"{name}.db"]);
        var here = $"-Path {name} {target} {database.Argument}";
        session.Run($"Initialize-DbMigration -Path {name}").MustSucceed();
        session.Run($"New-DbMigration first -RevisionId first1 -Path {name} {target}").MustSucceed();
        foreach (var _ in Enumerable.Range(0, 3))
        {
            Assert.Equal(["first1"], session.Run($"Update-Database {here}").All<string>("Revision"));
            Assert.Equal("True", session.Run($"Test-DbMigration -Applied -Drift {here}").Single().ToString());
            Assert.Equal(["first1"], session.Run($"Undo-DbMigration -Confirm:$false {here}").All<string>("Revision"));
        }

        session.Run($"Update-Database {here}").MustSucceed();
        return database;
    }

    private Outcome Run(string script) => _one.Run(script).MustSucceed();
}
