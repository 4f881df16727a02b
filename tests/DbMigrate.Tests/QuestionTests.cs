using System;
using System.Diagnostics;
using System.Threading;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Errors;
using DbMigrate.Worker;
using Xunit;

namespace DbMigrate.Tests;

/// <summary>Questions of the engine, answered by the one who waits for the result.</summary>
public sealed class QuestionTests : IDisposable
{
    private readonly WorkerFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void A_question_is_answered_on_the_calling_thread()
    {
        _fixture.Sink.OnAsk = question => new AnswerRequest { Body = $"{question.Kind} {question.Body}" };

        var answer = Call("ask", new AskEvent { Kind = "color", Body = "\"ä\"" });

        Assert.Equal("color \"ä\"", answer.Body);
        Assert.Equal([Environment.CurrentManagedThreadId], _fixture.Sink.Threads);
    }

    [Fact]
    public void An_error_is_an_answer_too()
    {
        _fixture.Sink.OnAsk = _ => new AnswerRequest { Error = new ErrorEvent { ErrorId = "Unexpected", Message = "No color." } };

        Assert.Equal("No color.", Call("ask", new AskEvent()).Error!.Message);
    }

    [Fact]
    public void A_sink_that_throws_stops_the_request_that_waits()
    {
        var worker = _fixture.Get();
        _fixture.Sink.OnAsk = _ => throw new InvalidTimeZoneException("The pipeline was stopped.");

        Assert.Throws<InvalidTimeZoneException>(() => Call("ask", new AskEvent()));

        Assert.Same(worker, _fixture.Get());
        Assert.Equal("x", worker.Call<TextEvent>("echo", new TextEvent { Text = "x" }, _fixture.Sink, TestContext.Current.CancellationToken).Text);
    }

    [Fact]
    public void Cancelling_while_a_question_is_open_says_what_was_done_and_keeps_the_worker()
    {
        using var stop = new CancellationTokenSource();
        var worker = _fixture.Get();
        _fixture.Sink.OnAsk = _ =>
        {
            // As a stopped pipeline does to the script block that answers.
            stop.Cancel();
            throw new InvalidTimeZoneException("The pipeline was stopped.");
        };

        var cancelled = Assert.Throws<WorkerCancelledException>(() => worker.Call<AnswerRequest>("ask", new AskEvent(), _fixture.Sink, stop.Token));

        Assert.Equal("Stopped before anything was done.", cancelled.Message);
        Assert.Same(worker, _fixture.Get());
    }

    [Fact]
    public void A_worker_that_is_killed_while_it_waits_is_one_clear_error()
    {
        var worker = _fixture.Get();
        _fixture.Sink.OnAsk = _ =>
        {
            using var process = Process.GetProcessById(worker.ProcessId);
            process.Kill();
            process.WaitForExit();
            return new AnswerRequest();
        };

        var error = Assert.Throws<DbMigrateException>(() => Call("ask", new AskEvent()));

        Assert.Equal(ErrorCatalogue.WorkerFailed, error.Kind);
        Assert.NotSame(worker, _fixture.Get());
    }

    private AnswerRequest Call(string method, AskEvent question)
        => _fixture.Get().Call<AnswerRequest>(method, question, _fixture.Sink, TestContext.Current.CancellationToken);
}
