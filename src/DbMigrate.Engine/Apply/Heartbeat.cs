using System;
using System.Diagnostics;
using System.Threading;

namespace DbMigrate.Engine.Apply;

/// <summary>Tells once a second how long something takes, until disposed of.</summary>
internal sealed class Heartbeat : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly object _gate = new();
    private readonly Action<TimeSpan> _beat;
    private readonly Timer _timer;
    private bool _isOver;

    public Heartbeat(Action<TimeSpan> beat)
    {
        _beat = beat;
        _timer = new Timer(_ => Beat(), null, Interval, Interval);
    }

    public void Dispose()
    {
        _timer.Dispose();
        lock (_gate)
            _isOver = true;
    }

    // Nobody is told of what is over.
    private void Beat()
    {
        lock (_gate)
        {
            if (!_isOver)
                _beat(Stopwatch.GetElapsedTime(_started));
        }
    }
}
