using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using DbMigrate.Protocol;
using DbMigrate.Tests.Fixtures;
using Xunit;

namespace DbMigrate.Worker.Tests;

/// <summary>Questions of the engine while a request runs.</summary>
public sealed class QuestionTests
{
    [Fact]
    public async Task An_answer_reaches_the_one_who_asked()
    {
        await using var worker = await TestWorker.StartLoaded(Paths.ConsoleTarget);
        worker.Send(5, "ask", new AskEvent { Kind = "color", Body = "\"of the sky\"" });

        var question = QuestionOf(5, await worker.Receive());
        worker.Send(5, "answer", new AnswerRequest { Id = question.Id, Body = "\"blue\"" });

        Assert.Equal(("color", "\"of the sky\""), (question.Kind, question.Body));
        var answer = await worker.Receive();
        Assert.Equal(("result", 5), (answer!.Kind, answer.Id));
        Assert.Equal("\"blue\"", JsonSerializer.Deserialize<AnswerRequest>(answer.Body)!.Body);
    }

    [Fact]
    public async Task Two_questions_at_once_get_their_own_answers_in_any_order()
    {
        await using var worker = await TestWorker.StartLoaded(Paths.ConsoleTarget);
        worker.Send(5, "ask-twice", new { });
        List<AskEvent> questions = [QuestionOf(5, await worker.Receive()), QuestionOf(5, await worker.Receive())];

        foreach (var question in questions.OrderByDescending(q => q.Kind))
        {
            worker.Send(5, "answer", new AnswerRequest { Id = question.Id, Body = question.Kind + "!" });
        }

        Assert.Equal("first! second!", TestWorker.TextOf((await worker.Receive())!));
    }

    [Fact]
    public async Task Cancel_ends_a_request_that_waits_for_an_answer_and_the_late_answer_does_no_harm()
    {
        await using var worker = await TestWorker.StartLoaded(Paths.ConsoleTarget);
        worker.Send(5, "ask", new AskEvent { Kind = "color" });
        var question = QuestionOf(5, await worker.Receive());

        worker.Send(5, "cancel", new { });
        var last = await worker.Receive();
        worker.Send(5, "answer", new AnswerRequest { Id = question.Id });

        Assert.Equal(("cancelled", 5), (last!.Kind, last.Id));
        Assert.Equal("result", (await worker.Ask("echo")).Kind);
    }

    [Fact]
    public async Task An_answer_that_cannot_be_read_is_an_error_and_the_question_stays_open()
    {
        await using var worker = await TestWorker.StartLoaded(Paths.ConsoleTarget);
        worker.Send(5, "ask", new AskEvent { Kind = "color" });
        var question = QuestionOf(5, await worker.Receive());

        worker.SendLine("""{"Id":5,"Kind":"answer","Body":"nonsense"}""");
        var error = await worker.Receive();
        worker.Send(5, "answer", new AnswerRequest { Id = question.Id });

        Assert.Equal((0, "WorkerFailed"), (error!.Id, TestWorker.ErrorOf(error).ErrorId));
        Assert.Equal("result", (await worker.Receive())!.Kind);
    }

    [Fact]
    public async Task The_end_of_the_input_ends_a_worker_that_waits_for_an_answer()
    {
        await using var worker = await TestWorker.StartLoaded(Paths.ConsoleTarget);
        worker.Send(5, "ask", new AskEvent { Kind = "color" });
        QuestionOf(5, await worker.Receive());

        worker.Process.StandardInput.Close();
        await worker.Process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, worker.Process.ExitCode);
    }

    private static AskEvent QuestionOf(int request, Envelope? line)
    {
        Assert.Equal(("ask", request), (line?.Kind, line?.Id));
        return JsonSerializer.Deserialize<AskEvent>(line!.Body)!;
    }
}
