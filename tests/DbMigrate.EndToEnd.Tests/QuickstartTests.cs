using Xunit;

namespace DbMigrate.EndToEnd.Tests;

/// <summary>The script that the README shows first, in the folder where it works.</summary>
public sealed class QuickstartTests
{
    [Fact]
    public void It_runs_to_its_end()
    {
        using var sandbox = new Sandbox();

        var output = PowerShellProcess.Run(sandbox, $"& '{Sandbox.Repository}/samples/Quickstart/quickstart.ps1'");

        Assert.Contains("order 2026-1004 (Placed)", output);
        Assert.EndsWith("True", output.TrimEnd());
    }
}
