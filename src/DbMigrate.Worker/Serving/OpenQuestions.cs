using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;
using DbMigrate.Protocol;

namespace DbMigrate.Worker.Serving;

/// <summary>Questions of the engine that PowerShell has not answered yet.</summary>
internal sealed class OpenQuestions(Outbox outbox)
{
    private readonly ConcurrentDictionary<int, TaskCompletionSource<string>> _open = new();
    private int _lastId;

    /// <summary>Sends a question and waits for its answer; any thread of the request may.</summary>
    public string Ask(int request, string question, CancellationToken cancellation)
    {
        var ask = Json.Read(question, Messages.Compact.AskEvent);
        ask.Id = Interlocked.Increment(ref _lastId);
        var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        _open[ask.Id] = answer;
        try
        {
            outbox.Send(request, Events.Ask, Json.Write(ask));
            answer.Task.Wait(cancellation);
            return answer.Task.Result;
        }
        finally
        {
            _ = _open.TryRemove(ask.Id, out _);
        }
    }

    /// <summary>Hands an answer to the one who waits for it; one that comes too late is nobody's.</summary>
    public void Answer(string body)
    {
        if (_open.TryGetValue(Json.Read(body, Messages.Compact.AnswerRequest).Id, out var question))
        {
            _ = question.TrySetResult(body);
        }
    }
}
