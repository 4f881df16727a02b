using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;

namespace DbMigrate.Module.Tests.Hosting;

/// <summary>A script in a PowerShell process of its own, as a build agent runs it.</summary>
/// <param name="ExitCode">What the process ended with.</param>
/// <param name="Output">What the script returned.</param>
/// <param name="Error">What went to the error stream of the process.</param>
internal sealed record ScriptRun(int ExitCode, string Output, string Error)
{
    public static async Task<ScriptRun> Of(TemporaryFolder folder, string script, IReadOnlyDictionary<string, string>? environment = null)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var host = Path.Combine(Repository.Root, "tests", "Fixtures", "PowerShellHost", "bin", configuration, "net10.0", "PowerShellHost.dll");
        var start = new ProcessStartInfo("dotnet", ["exec", host, folder.Write("script.ps1", script)])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PSModulePath"] = Path.GetDirectoryName(Repository.Module);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new ScriptRun(process.ExitCode, await output, await error);
    }
}
