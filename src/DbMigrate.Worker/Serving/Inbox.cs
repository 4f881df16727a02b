using System;
using System.Collections.Concurrent;
using System.IO;
using System.Text;
using System.Text.Json;
using System.Threading;
using DbMigrate.Protocol;

namespace DbMigrate.Worker.Serving;

/// <summary>Reads lines on a thread of its own: requests wait their turn, <c>cancel</c> and answers act at once, the end of the input ends everything.</summary>
internal sealed class Inbox : IDisposable
{
    private readonly BlockingCollection<Envelope> _requests = [];
    private readonly Stream _input;
    private readonly Outbox _outbox;
    private readonly OpenQuestions _questions;
    private readonly CancellationTokenSource _closed = new();
    private readonly object _gate = new();
    private CancellationTokenSource? _running;
    private int _runningId;
    private int _cancelledId;

    public Inbox(Stream input, Outbox outbox, OpenQuestions questions)
    {
        _input = input;
        _outbox = outbox;
        _questions = questions;
        new Thread(Read) { IsBackground = true, Name = "DbMigrate requests" }.Start();
    }

    /// <summary>Signalled when PowerShell has closed the pipe, or died.</summary>
    public CancellationToken Closed => _closed.Token;

    /// <summary>Waits for the next request; null at the end of the input.</summary>
    public Envelope? Next()
    {
        try
        {
            return _requests.Take(Closed);
        }
        catch (Exception e) when (e is OperationCanceledException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Marks a request as the one that runs; its cancellation is disposed at the end.</summary>
    public CancellationTokenSource Start(int id)
    {
        var source = CancellationTokenSource.CreateLinkedTokenSource(Closed);
        lock (_gate)
        {
            (_running, _runningId) = (source, id);
            if (_cancelledId == id)
            {
                source.Cancel();
            }
        }

        return source;
    }

    public void Finish()
    {
        lock (_gate)
        {
            _running?.Dispose();
            (_running, _runningId) = (null, 0);
        }
    }

    public void Dispose()
    {
        _requests.Dispose();
        _closed.Dispose();
    }

    private void Read()
    {
        using var reader = new StreamReader(_input, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        try
        {
            while (reader.ReadLine() is { } line)
            {
                Take(line);
            }
        }
        catch (IOException)
        {
            // A broken pipe is an end like any other.
        }

        _closed.Cancel();
    }

    private void Take(string line)
    {
        try
        {
            Take(JsonSerializer.Deserialize(line, Messages.Compact.Envelope) ?? throw new JsonException("The line is null."));
        }
        catch (JsonException e)
        {
            _outbox.SendError(0, new WorkerException(WorkerException.WorkerFailed, "The worker received a line that it cannot read.", inner: e));
        }
    }

    private void Take(Envelope envelope)
    {
        switch (envelope.Kind)
        {
            case Methods.Cancel:
                Cancel(envelope.Id);
                break;
            case Methods.Answer:
                _questions.Answer(envelope.Body);
                break;
            default:
                _requests.Add(envelope);
                break;
        }
    }

    private void Cancel(int id)
    {
        lock (_gate)
        {
            _cancelledId = id;
            if (_runningId == id)
            {
                _running?.Cancel();
            }
        }
    }
}
