using System;
using System.Threading;
using DbMigrate.Protocol;

namespace DbMigrate.Worker;

/// <summary>One request to a worker: its events reach the sink and its questions are answered, until its last line.</summary>
internal sealed class WorkerRequest(WorkerProcess process, int id, IWorkerSink sink)
{
    /// <summary>How long a stopped request may take to roll back before its process is killed.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    /// <summary>Sends it and returns its last line.</summary>
    public Envelope Run(string method, object request, CancellationToken cancellation)
    {
        process.Send(new Envelope { Id = id, Kind = method, Body = JsonText.Write(request) });
        try
        {
            while (true)
            {
                if (!process.TryReceive(Timeout.InfiniteTimeSpan, cancellation, out var line) || line.Id != id)
                {
                    continue;
                }

                if (WorkerEvents.IsLast(line))
                {
                    return line;
                }

                if (line.Kind == Events.Ask)
                {
                    Answer(WorkerEvents.Read<AskEvent>(line));
                }
                else
                {
                    WorkerEvents.Deliver(line, sink);
                }
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return Stop() ?? throw new WorkerCancelledException($"The worker did not stop within {Grace.TotalSeconds} seconds and was ended; the database rolls back what was not committed.");
        }
        catch (Exception e) when (e is not (WorkerEndedException or UnreadableMessageException))
        {
            // The sink threw: the pipeline was stopped, or an error action says so. Nobody wants the result any more, but
            // who stopped the pipeline inside of a hook hears what was done.
            if (Stop() is { Kind: Events.Cancelled } last && cancellation.IsCancellationRequested)
            {
                return last;
            }

            throw;
        }
    }

    private void Answer(AskEvent question)
    {
        var answer = sink.Answer(question);
        answer.Id = question.Id;
        process.Send(new Envelope { Id = id, Kind = Methods.Answer, Body = JsonText.Write(answer) });
    }

    /// <summary>Asks the request to stop and waits for its last line; null where there is none and the process is at its end.</summary>
    private Envelope? Stop()
    {
        process.Send(new Envelope { Id = id, Kind = Methods.Cancel });
        var end = DateTime.UtcNow + Grace;
        try
        {
            for (var left = Grace; left > TimeSpan.Zero; left = end - DateTime.UtcNow)
            {
                if (process.TryReceive(left, CancellationToken.None, out var line) && line.Id == id && WorkerEvents.IsLast(line))
                {
                    return line;
                }
            }
        }
        catch (Exception e) when (e is WorkerEndedException or UnreadableMessageException)
        {
            return null;
        }

        process.Kill();
        return null;
    }
}
