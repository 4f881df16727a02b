using System;
using System.Diagnostics;
using System.IO;

namespace DbMigrate.Tests.Shared;

/// <summary>Runs a program to its end.</summary>
internal static class PostgresProcess
{
    /// <exception cref="InvalidOperationException">It failed; with what it wrote.</exception>
    public static void Run(string program, params string[] arguments)
    {
        // A shell holds the streams: a server that goes on in the background must not keep ours open.
        var output = Path.GetTempFileName();
        try
        {
            var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >\"$OUTPUT\" 2>&1 </dev/null", "sh", program, .. arguments]) { WorkingDirectory = "/" };
            start.Environment["OUTPUT"] = output;
            using var process = Process.Start(start)!;
            process.WaitForExit();
            if (process.ExitCode != 0)
                throw new InvalidOperationException($"{Path.GetFileName(program)} ended with {process.ExitCode}: {File.ReadAllText(output)}");
        }
        finally
        {
            File.Delete(output);
        }
    }
}
