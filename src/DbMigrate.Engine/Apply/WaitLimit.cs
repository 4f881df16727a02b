using System;
using System.Diagnostics;
using System.Threading;

namespace DbMigrate.Engine.Apply;

/// <summary>How long one command may wait for others, over all that it waits for: the lock first, then other programs' locks.</summary>
internal sealed class WaitLimit(TimeSpan limit, CancellationToken cancellation)
{
    private readonly long _start = Stopwatch.GetTimestamp();

    public TimeSpan Limit => limit;

    public CancellationToken Cancellation => cancellation;

    public bool IsOver => Stopwatch.GetElapsedTime(_start) >= limit;

    /// <summary>Waits a moment, of a random length so that several waiters do not try in step. False once the limit is reached.</summary>
    /// <exception cref="OperationCanceledException">The command was cancelled meanwhile.</exception>
    public bool TryWait()
    {
        cancellation.ThrowIfCancellationRequested();
        if (IsOver)
            return false;
        var left = limit - Stopwatch.GetElapsedTime(_start);
        var moment = TimeSpan.FromMilliseconds(Random.Shared.Next(20, 120));
        cancellation.WaitHandle.WaitOne(moment < left ? moment : left > TimeSpan.Zero ? left : TimeSpan.Zero);
        cancellation.ThrowIfCancellationRequested();
        return true;
    }
}
