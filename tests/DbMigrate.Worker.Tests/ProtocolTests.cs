using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DbMigrate.Protocol;
using DbMigrate.Tests.Fixtures;
using Xunit;

namespace DbMigrate.Worker.Tests;

/// <summary>Lines in, lines out, whatever the target does.</summary>
public sealed class ProtocolTests
{
    [Fact]
    public async Task A_request_before_load_is_an_error_and_the_worker_goes_on()
    {
        await using var worker = TestWorker.Start();

        Assert.Equal("WorkerFailed", TestWorker.ErrorOf(await worker.Ask("echo")).ErrorId);
        Assert.Equal("result", (await worker.Ask("load", worker.LoadRequestFor(Paths.ConsoleTarget))).Kind);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("{\"Id\":1,\"Kind\":")]
    [InlineData("null")]
    [InlineData("[]")]
    public async Task A_malformed_line_is_answered_by_an_error_without_a_request_and_the_worker_goes_on(string line)
    {
        await using var worker = await TestWorker.StartLoaded(Paths.ConsoleTarget);

        worker.SendLine(line);

        var answer = await worker.Receive();
        Assert.Equal(0, answer!.Id);
        Assert.Equal("WorkerFailed", TestWorker.ErrorOf(answer).ErrorId);
        Assert.Equal("result", (await worker.Ask("echo")).Kind);
    }

    [Fact]
    public async Task A_message_of_many_megabytes_arrives_as_it_was_sent()
    {
        await using var worker = await TestWorker.StartLoaded(Paths.ConsoleTarget);
        var text = new string('ü', 8 * 1024 * 1024);

        Assert.Equal(text, TestWorker.TextOf(await worker.Ask("echo", new TextEvent { Text = text })));
    }

    [Fact]
    public async Task A_malformed_body_of_a_known_request_is_an_error_of_that_request()
    {
        await using var worker = TestWorker.Start();

        worker.SendLine("""{"Id":9,"Kind":"load","Body":"nonsense"}""");

        Assert.Equal(9, (await worker.Receive())!.Id);
    }

    [Fact]
    public async Task A_second_load_is_refused()
    {
        await using var worker = await TestWorker.StartLoaded(Paths.ConsoleTarget);

        Assert.Equal("WorkerFailed", TestWorker.ErrorOf(await worker.Ask("load", worker.LoadRequestFor(Paths.ConsoleTarget))).ErrorId);
    }

    [Fact]
    public async Task What_the_engine_throws_is_an_unexpected_error_with_its_stack_as_detail()
    {
        await using var worker = await TestWorker.StartLoaded(Paths.ConsoleTarget);

        var error = TestWorker.ErrorOf(await worker.Ask("throw"));

        Assert.Equal("Unexpected", error.ErrorId);
        Assert.Equal("The probe throws.", error.Message);
        Assert.Contains("EntryPoint.Invoke", error.Detail);
    }

    [Fact]
    public async Task A_target_that_floods_its_console_reaches_the_debug_stream_and_never_the_protocol()
    {
        await using var worker = await TestWorker.StartLoaded(Paths.ConsoleTarget);
        var events = new List<Envelope>();

        var answer = await worker.Ask("flood", events: events);

        Assert.Equal("done", TestWorker.TextOf(answer));
        Assert.Equal(10000, events.Count);
        Assert.All(events, e => Assert.Equal("debug", e.Kind));
        Assert.Contains("line 4999", events.Select(TestWorker.TextOf));
        Assert.Contains("error 4999", events.Select(TestWorker.TextOf));
    }

    [Fact]
    public async Task A_target_that_reads_its_console_gets_nothing_and_takes_no_request()
    {
        await using var worker = await TestWorker.StartLoaded(Paths.ConsoleTarget);

        Assert.Equal("", TestWorker.TextOf(await worker.Ask("read")));
        Assert.Equal("result", (await worker.Ask("echo")).Kind);
    }

    [Fact]
    public async Task A_target_that_exits_is_one_clear_error_and_leaves_no_copy()
    {
        await using var worker = await TestWorker.StartLoaded(Paths.ConsoleTarget);

        var error = TestWorker.ErrorOf(await worker.Ask("exit"));
        await worker.Process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal("WorkerFailed", error.ErrorId);
        Assert.Contains("exit code 3", error.Message);
        Assert.Empty(Directory.GetDirectories(worker.Temporary, "dbmigrate-*"));
    }

    [Fact]
    public async Task Cancel_stops_the_request_that_runs()
    {
        await using var worker = await TestWorker.StartLoaded(Paths.ConsoleTarget);
        worker.Send(5, "wait", new { });
        Assert.Equal("verbose", (await worker.Receive())!.Kind);

        worker.Send(5, "cancel", new { });

        var answer = await worker.Receive();
        Assert.Equal(("cancelled", 5), (answer!.Kind, answer.Id));
        Assert.Equal("result", (await worker.Ask("echo")).Kind);
    }

    [Fact]
    public async Task Cancel_of_another_request_changes_nothing()
    {
        await using var worker = await TestWorker.StartLoaded(Paths.ConsoleTarget);
        worker.Send(5, "wait", new { });
        Assert.Equal("verbose", (await worker.Receive())!.Kind);

        worker.Send(4, "cancel", new { });
        worker.Send(5, "cancel", new { });

        Assert.Equal("cancelled", (await worker.Receive())!.Kind);
    }

    [Fact]
    public async Task The_end_of_the_input_cancels_what_runs_and_ends_the_worker_without_a_copy_left()
    {
        await using var worker = await TestWorker.StartLoaded(Paths.ConsoleTarget);
        worker.Send(5, "wait", new { });
        Assert.Equal("verbose", (await worker.Receive())!.Kind);
        Assert.Single(Directory.GetDirectories(worker.Temporary, "dbmigrate-*"));

        worker.Process.StandardInput.Close();
        await worker.Process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, worker.Process.ExitCode);
        Assert.Empty(Directory.GetDirectories(worker.Temporary, "dbmigrate-*"));
    }
}
