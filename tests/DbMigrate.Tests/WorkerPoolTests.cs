using System;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;
using DbMigrate.Protocol;
using DbMigrate.Tests.Fixtures;
using DbMigrate.Worker;
using Xunit;

namespace DbMigrate.Tests;

/// <summary>When a worker is kept and when it is replaced.</summary>
public sealed class WorkerPoolTests
{
    [Fact]
    public void A_target_that_did_not_change_keeps_its_worker()
    {
        using var fixture = new WorkerFixture();

        Assert.Same(fixture.Get(), fixture.Get());
    }

    [Fact]
    public void A_new_build_replaces_the_worker_also_of_an_assembly_beside_the_target()
    {
        using var fixture = new WorkerFixture();
        var first = fixture.Get();
        var process = Process.GetProcessById(first.ProcessId);
        File.SetLastWriteTimeUtc(Path.Combine(Path.GetDirectoryName(fixture.Target)!, "Microsoft.Data.Sqlite.dll"), DateTime.UtcNow);

        var second = fixture.Get();

        Assert.NotSame(first, second);
        Assert.True(process.HasExited);
    }

    [Fact]
    public void Two_targets_have_a_worker_each()
    {
        using var fixture = new WorkerFixture();
        var other = fixture.Spec with { Assembly = fixture.CopyTarget(Paths.ConsoleTarget, "other") };

        var first = fixture.Get();

        Assert.NotSame(first, fixture.Get(other));
        Assert.Same(first, fixture.Get());
    }

    [Fact]
    public void Another_environment_is_another_worker()
    {
        using var fixture = new WorkerFixture();

        var production = fixture.Get(fixture.Spec with { Environment = "Production" });

        Assert.NotSame(fixture.Get(), production);
        Assert.Contains("environment=Production", production.Call<TextEvent>("surroundings", new TextEvent(), fixture.Sink, TestContext.Current.CancellationToken).Text);
    }

    [Fact]
    public void A_command_in_the_middle_of_another_gets_a_worker_of_its_own()
    {
        using var fixture = new WorkerFixture();
        var outer = fixture.Get();
        var inner = "";
        fixture.Sink.OnText = line =>
        {
            if (line == "step f1")
            {
                inner = fixture.Get().Call<TextEvent>("echo", new TextEvent { Text = "inner" }, new RecordingSink(), TestContext.Current.CancellationToken).Text;
            }
        };

        Assert.Equal("end", outer.Call<TextEvent>("emit", new TextEvent(), fixture.Sink, TestContext.Current.CancellationToken).Text);
        Assert.Equal("inner", inner);
    }

    [Fact]
    public async Task Disposing_the_pool_ends_its_workers_and_removes_their_copies()
    {
        using var fixture = new WorkerFixture();
        var worker = fixture.Get();
        var process = Process.GetProcessById(worker.ProcessId);
        var copy = Path.GetDirectoryName(worker.Call<LoadRequest>("target", new TextEvent(), fixture.Sink, TestContext.Current.CancellationToken).Assembly)!;
        Assert.True(Directory.Exists(copy));

        fixture.Pool.Dispose();

        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.False(Directory.Exists(copy));
    }

    [Fact]
    public void A_provider_stands_for_a_target()
    {
        using var fixture = new WorkerFixture();

        var worker = fixture.Get(new TargetSpec { Provider = "sqlite", WorkingDirectory = fixture.Folder });

        var loaded = worker.Call<LoadRequest>("target", new TextEvent(), fixture.Sink, TestContext.Current.CancellationToken);
        Assert.Equal("", loaded.Assembly);
        Assert.Equal(Paths.SqliteProvider, loaded.ProviderPath);
    }
}
