using System;
using System.Diagnostics;

namespace Benchmarks;

/// <summary>Runs a program to its end.</summary>
internal static class Tool
{
    /// <summary>Its standard output; a failure ends the benchmark with everything it said.</summary>
    public static string Run(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["XDG_CACHE_HOME"] = BenchmarkTarget.Cache;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{output}\n{error.Result}");
    }

    /// <summary>How long it takes, in milliseconds.</summary>
    public static double Time(string program, string folder, params string[] arguments)
    {
        var watch = Stopwatch.StartNew();
        Run(program, folder, arguments);
        return watch.Elapsed.TotalMilliseconds;
    }
}
