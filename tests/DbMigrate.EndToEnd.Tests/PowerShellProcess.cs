using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace DbMigrate.EndToEnd.Tests;

/// <summary>A PowerShell process that runs a script with the built module imported.</summary>
internal sealed class PowerShellProcess : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _error = new();

    private PowerShellProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, e) => Append(_output, e.Data);
        process.ErrorDataReceived += (_, e) => Append(_error, e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    public string Output => Read(_output);

    public string Error => Read(_error);

    private bool HasExited => _process.HasExited;

    public static PowerShellProcess Start(Sandbox sandbox, string script)
    {
        var file = sandbox.PathOf($"script-{Guid.NewGuid():N}.ps1");
        File.WriteAllText(file, $"$ErrorActionPreference = 'Stop'\nImport-Module '{Sandbox.Repository}/out/DbMigrate/DbMigrate.psd1'\n{script}\n");
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var host = Path.Combine(Sandbox.Repository, "tests", "Fixtures", "PowerShellHost", "bin", configuration, "net10.0", "PowerShellHost.dll");
        var start = new ProcessStartInfo("dotnet", [host, file])
        {
            WorkingDirectory = sandbox.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        return new(Process.Start(start)!);
    }

    /// <summary>Runs a script to its end; a failure fails the test.</summary>
    public static string Run(Sandbox sandbox, string script)
    {
        using var process = Start(sandbox, script);
        var exitCode = process.WaitForExit();
        return exitCode == 0 ? process.Output : throw new InvalidOperationException($"exit code {exitCode}\n{process.Output}\n{process.Error}");
    }

    public int WaitForExit()
    {
        if (!_process.WaitForExit(TimeSpan.FromMinutes(3)))
        {
            _process.Kill(entireProcessTree: true);
            throw new TimeoutException($"The script did not end.\n{Output}\n{Error}");
        }

        _process.WaitForExit();
        return _process.ExitCode;
    }

    /// <summary>The process ids of its workers.</summary>
    public int[] Workers()
        => [.. Directory.GetDirectories("/proc").Select(Path.GetFileName).Where(n => int.TryParse(n, out var _)).Select(int.Parse!).Where(pid => ParentOf(pid) == Id)];

    /// <summary>Sends a signal, for example <c>INT</c> as Ctrl+C does or <c>KILL</c>.</summary>
    public static void Signal(string signal, params int[] pids)
    {
        foreach (var pid in pids)
            Process.Start("kill", ["-" + signal, pid.ToString(System.Globalization.CultureInfo.InvariantCulture)])!.WaitForExit();
    }

    public void Kill() => Signal("KILL", Id);

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    /// <summary>Waits until something is so; there is no event across processes.</summary>
    public static async Task Until(Func<bool> condition, string what, PowerShellProcess? process = null)
    {
        var deadline = DateTime.UtcNow.AddSeconds(90);
        while (!condition())
        {
            if (DateTime.UtcNow > deadline || process is { HasExited: true })
                throw new TimeoutException($"Waited in vain for: {what}\n{process?.Output}\n{process?.Error}");
            await Task.Delay(20, CancellationToken.None);
        }
    }

    private static int ParentOf(int pid)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return -1;
        }
    }

    private static void Append(StringBuilder text, string? line)
    {
        lock (text)
        {
            if (line is not null)
                text.AppendLine(line);
        }
    }

    private static string Read(StringBuilder text)
    {
        lock (text)
            return text.ToString();
    }
}
