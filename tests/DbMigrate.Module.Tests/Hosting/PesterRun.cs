using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Xunit;

namespace DbMigrate.Module.Tests.Hosting;

/// <summary>Runs the Pester suites once, where there is a PowerShell with Pester.</summary>
public sealed class PesterRun : IAsyncLifetime
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "Pester");

    /// <summary>What the machine lacks; empty where the suites ran.</summary>
    public string Missing { get; private set; } = "";

    public string Output { get; private set; } = "";

    internal Dictionary<string, PesterResult> Results { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        if (await PowerShell("-Command", "if (Get-Module -Name Pester -ListAvailable | Where-Object Version -ge ([version]'5.0')) { 'yes' }") is not { } found)
        {
            Missing = "PowerShell (pwsh) is not installed";
            return;
        }

        if (!found.Contains("yes", StringComparison.Ordinal))
        {
            Missing = "Pester 5 is not installed";
            return;
        }

        Output = (await PowerShell("-File", Path.Combine(Folder, "Run.ps1")))!;
        Results = Output.Split('\n').Where(l => l.StartsWith("PESTER ", StringComparison.Ordinal))
            .Select(l => JsonSerializer.Deserialize<PesterResult>(l["PESTER ".Length..])!)
            .ToDictionary(r => r.Name);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task<string?> PowerShell(params string[] arguments)
    {
        var start = new ProcessStartInfo("pwsh", ["-NoProfile", "-NonInteractive", .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return output + await error;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}

/// <summary>The outcome of one of Pester's tests.</summary>
internal sealed record PesterResult(string Name, string Result, string Message);
