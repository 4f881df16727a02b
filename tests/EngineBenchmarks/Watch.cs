using System;
using System.Collections.Generic;

namespace EngineBenchmarks;

/// <summary>
/// The milliseconds of processor time of steps, by name, one per round: what else the machine does hardly counts, and
/// neither does waiting for a server.
/// </summary>
internal sealed class Watch
{
    private readonly Dictionary<string, List<double>> _times = [];

    public IReadOnlyList<double> this[string step] => _times[step];

    public void Clear() => _times.Clear();

    public T Run<T>(string step, Func<T> action)
    {
        // What steps before have left is not theirs.
        GC.Collect();
        var start = Environment.CpuUsage.TotalTime;
        var result = action();
        if (!_times.TryGetValue(step, out var times))
            _times.Add(step, times = []);
        times.Add((Environment.CpuUsage.TotalTime - start).TotalMilliseconds);
        return result;
    }
}
