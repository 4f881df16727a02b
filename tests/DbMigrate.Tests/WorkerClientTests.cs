using System;
using System.Diagnostics;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Errors;
using DbMigrate.Tests.Fixtures;
using DbMigrate.Tests.Shared;
using DbMigrate.Worker;
using Xunit;

namespace DbMigrate.Tests;

/// <summary>Requests to real worker processes.</summary>
public sealed class WorkerClientTests
{
    [Fact]
    public void Events_reach_the_sink_in_order_on_the_calling_thread_and_unknown_ones_are_left_out()
    {
        using var fixture = new WorkerFixture();
        var worker = fixture.Get();
        fixture.Sink.Lines.Clear();

        var result = worker.Call<TextEvent>("emit", new TextEvent(), fixture.Sink, TestContext.Current.CancellationToken);

        Assert.Equal("end", result.Text);
        Assert.Equal(["verbose a", "warning b", "debug c", "progress d e 7", "step f1"], fixture.Sink.Lines);
        Assert.Equal(5_000_000_000, Assert.Single(fixture.Sink.Steps).DurationMilliseconds);
        Assert.Equal([Environment.CurrentManagedThreadId], fixture.Sink.Threads);
    }

    [Fact]
    public void Text_of_every_kind_comes_back_as_it_was_sent()
    {
        using var fixture = new WorkerFixture();
        const string Text = "ä \" \\ \n \u2028 🦊 'p;w'";

        Assert.Equal(Text, fixture.Get().Call<TextEvent>("echo", new TextEvent { Text = Text }, fixture.Sink, TestContext.Current.CancellationToken).Text);
    }

    [Fact]
    public void An_error_becomes_the_entry_of_the_catalogue_and_its_detail_goes_to_the_debug_stream()
    {
        using var fixture = new WorkerFixture();

        var error = Assert.Throws<DbMigrateException>(() => fixture.Get().Call<TextEvent>("zzz", new TextEvent(), fixture.Sink, TestContext.Current.CancellationToken));

        Assert.Equal(ErrorCatalogue.RevisionNotFound, error.Kind);
        Assert.Equal(("There is no 'zzz'.", "zzz", "Do something else."), (error.Message, error.Target, error.Action));
        Assert.Contains("debug the detail", fixture.Sink.Lines);
    }

    [Theory]
    [InlineData("exit")]
    [InlineData("crash")]
    public void A_worker_that_dies_is_one_clear_error_and_the_next_request_gets_another(string method)
    {
        using var fixture = new WorkerFixture();
        var first = fixture.Get();

        var error = Assert.Throws<DbMigrateException>(() => first.Call<TextEvent>(method, new TextEvent(), fixture.Sink, TestContext.Current.CancellationToken));

        Assert.Equal(ErrorCatalogue.WorkerFailed, error.Kind);
        Assert.Contains(method == "exit" ? "exit code 3" : "\nProcess terminated.\n   at System.Environment.FailFast(", error.Message);

        // The worker's last words are the runtime's: those of the target may hold secrets.
        Assert.DoesNotContain("The probe crashes.", error.Message);
        Assert.Equal("x", fixture.Get().Call<TextEvent>("echo", new TextEvent { Text = "x" }, fixture.Sink, TestContext.Current.CancellationToken).Text);
    }

    [Fact]
    public void A_worker_that_is_killed_is_one_clear_error_and_leaves_no_copy_behind()
    {
        using var fixture = new WorkerFixture();
        var first = fixture.Get();
        var copy = Path.GetDirectoryName(first.Call<LoadRequest>("target", new TextEvent(), fixture.Sink, TestContext.Current.CancellationToken).Assembly)!;
        fixture.Sink.OnText = line =>
        {
            if (line == "verbose hanging")
            {
                Process.GetProcessById(first.ProcessId).Kill();
            }
        };

        var error = Assert.Throws<DbMigrateException>(() => first.Call<TextEvent>("hang", new TextEvent(), fixture.Sink, TestContext.Current.CancellationToken));

        Assert.Equal(ErrorCatalogue.WorkerFailed, error.Kind);
        Assert.Equal("x", fixture.Get().Call<TextEvent>("echo", new TextEvent { Text = "x" }, fixture.Sink, TestContext.Current.CancellationToken).Text);
        Assert.False(Directory.Exists(copy));
    }

    [Fact]
    public void Cancelling_says_what_was_done_and_keeps_the_worker()
    {
        using var fixture = new WorkerFixture();
        using var stop = new CancellationTokenSource();
        fixture.Sink.OnText = line =>
        {
            if (line == "verbose waiting")
            {
                // As StopProcessing does: from another thread.
                _ = Task.Run(stop.Cancel);
            }
        };
        var worker = fixture.Get();

        var cancelled = Assert.Throws<WorkerCancelledException>(() => worker.Call<TextEvent>("wait", new TextEvent(), fixture.Sink, stop.Token));

        Assert.Equal("Stopped after nothing.", cancelled.Message);
        Assert.Same(worker, fixture.Get());
        Assert.Equal("x", worker.Call<TextEvent>("echo", new TextEvent { Text = "x" }, fixture.Sink, TestContext.Current.CancellationToken).Text);
    }

    [Fact]
    public void A_sink_that_throws_stops_the_request_and_its_exception_reaches_the_caller()
    {
        using var fixture = new WorkerFixture();
        var worker = fixture.Get();
        fixture.Sink.OnText = _ => throw new InvalidTimeZoneException("The pipeline was stopped.");

        Assert.Throws<InvalidTimeZoneException>(() => worker.Call<TextEvent>("wait", new TextEvent(), fixture.Sink, TestContext.Current.CancellationToken));

        fixture.Sink.OnText = _ => { };
        Assert.Equal("x", worker.Call<TextEvent>("echo", new TextEvent { Text = "x" }, fixture.Sink, TestContext.Current.CancellationToken).Text);
    }

    [Fact]
    public void A_runtime_that_is_not_installed_is_named()
    {
        using var fixture = new WorkerFixture();
        var config = Path.ChangeExtension(fixture.Target, ".runtimeconfig.json");
        File.WriteAllText(config, File.ReadAllText(config).Replace("\"10.0.0\"", "\"99.0.0\""));

        var error = Assert.Throws<DbMigrateException>(() => fixture.Get());

        Assert.Equal(ErrorCatalogue.RuntimeNotInstalled, error.Kind);
        Assert.Contains("Microsoft.NETCore.App 99.0.0", error.Message);
        Assert.Contains("Microsoft.NETCore.App 99.0.0", error.Action);
    }

    [Fact]
    public void A_class_library_for_a_newer_runtime_is_refused_too()
    {
        using var fixture = new WorkerFixture(Paths.LibraryTarget);
        var dependencies = Path.ChangeExtension(fixture.Target, ".deps.json");
        File.WriteAllText(dependencies, File.ReadAllText(dependencies).Replace("Version=v10.0", "Version=v99.0"));

        Assert.Equal(ErrorCatalogue.RuntimeNotInstalled, Assert.Throws<DbMigrateException>(() => fixture.Get()).Kind);
    }

    [Fact]
    public void No_secret_is_on_the_command_line_of_a_worker()
    {
        Skip.If(!OperatingSystem.IsLinux(), "the command line of a process is read from /proc");
        using var fixture = new WorkerFixture();
        var worker = fixture.Get();
        _ = worker.Call<DatabaseMessage>("echo", new DatabaseMessage { ConnectionString = "Password=geheim" }, fixture.Sink, TestContext.Current.CancellationToken);

        Assert.DoesNotContain("geheim", File.ReadAllText($"/proc/{worker.ProcessId}/cmdline") + File.ReadAllText($"/proc/{worker.ProcessId}/environ"));
    }

    [Fact]
    public void No_file_of_the_target_is_open_or_mapped_natives_included()
    {
        Skip.If(!OperatingSystem.IsLinux(), "open and mapped files are read from /proc");
        using var fixture = new WorkerFixture();
        var worker = fixture.Get();
        Assert.Equal("0", worker.Call<TextEvent>("count", new TextEvent(), fixture.Sink, TestContext.Current.CancellationToken).Text);

        var files = FilesInUse.Of(worker.ProcessId);

        Assert.Contains(files, f => f.EndsWith("libe_sqlite3.so", StringComparison.Ordinal));
        Assert.DoesNotContain(files, f => f.StartsWith(Path.GetDirectoryName(fixture.Target)!, StringComparison.Ordinal));
    }
}
