using System;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace Benchmarks;

/// <summary>Child process: runs commands one after the other in one runspace and prints the milliseconds of each.</summary>
internal static class Session
{
    public static int Run(string[] commands)
    {
        using var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        // PowerShell's own start is not counted: the engine compiles its first pipeline here.
        Invoke(runspace, "$null = 1 | ForEach-Object { $_ }");
        foreach (var command in commands)
        {
            var watch = Stopwatch.StartNew();
            Invoke(runspace, command);
            Console.WriteLine(watch.Elapsed.TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
        }

        return 0;
    }

    /// <summary>Starts a session and returns the milliseconds of each command.</summary>
    public static double[] Time(string folder, params string[] commands)
    {
        var output = Tool.Run(Environment.ProcessPath!, folder, ["session", .. commands]);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => double.Parse(l, CultureInfo.InvariantCulture))];
    }

    private static void Invoke(Runspace runspace, string command)
    {
        using var shell = PowerShell.Create(runspace);
        shell.AddScript("$ErrorActionPreference = 'Stop'; " + command).Invoke();
    }
}
