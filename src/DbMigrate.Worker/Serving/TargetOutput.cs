using System.Collections.Generic;
using DbMigrate.Protocol;

namespace DbMigrate.Worker.Serving;

/// <summary>
/// What the target writes while a request runs, on its way to the debug stream. An app writes before its context exists,
/// from which its connection string is learned: until then the lines wait, for the outbox takes out only what is known.
/// </summary>
internal sealed class TargetOutput(Outbox outbox)
{
    private readonly object _gate = new();
    private readonly Queue<string> _waiting = [];
    private int _request;
    private bool _isHeld;

    public void Begin(int request)
    {
        lock (_gate)
        {
            (_request, _isHeld) = (request, true);
        }
    }

    /// <summary>A line; one that is written while no request runs belongs to nobody.</summary>
    public void Write(string line)
    {
        lock (_gate)
        {
            if (_request == 0)
            {
                return;
            }

            _waiting.Enqueue(line);
            if (!_isHeld)
            {
                Send();
            }
        }
    }

    /// <summary>Passes on what waits, and from now on every line at once.</summary>
    public void Release()
    {
        lock (_gate)
        {
            _isHeld = false;
            Send();
        }
    }

    /// <summary>Passes on what waits; the request is over.</summary>
    public void End()
    {
        lock (_gate)
        {
            Send();
            _request = 0;
        }
    }

    private void Send()
    {
        while (_waiting.TryDequeue(out var line))
        {
            outbox.SendText(_request, Events.Debug, line);
        }
    }
}
