using System.Diagnostics;
using System.IO;
using Xunit;

namespace DbMigrate.EndToEnd.Tests;

/// <summary>One build of the engine serves targets on every supported EF Core.</summary>
public sealed class EfCoreVersionTests
{
    [Theory]
    [InlineData("8.0.34", "net8.0")]
    [InlineData("9.0.23", "net8.0")]
    [InlineData("10.0.15", "net10.0")]
    public void A_model_is_created_filled_changed_migrated_and_undone_with_its_rows(string efCore, string framework)
    {
        using var sandbox = new Sandbox();
        var target = new VersionedTarget(sandbox, "VersionedTarget");
        target.Write(efCore, framework, version: 1);
        PowerShellProcess.Run(sandbox, """
            $null = Initialize-DbMigration -Project Target
            $null = New-DbMigration first
            $null = Update-Database
            """);
        RunTarget(sandbox, framework, "fill");
        const string rows = "Ursula: The Dispossessed 9.9, Rocannon 0.0";
        Assert.Equal(rows, RunTarget(sandbox, framework, "show"));

        target.Write(efCore, framework, version: 2);
        var second = PowerShellProcess.Run(sandbox, """
            $revision = New-DbMigration second -Fill @{ 'Author.Country' = 'US'; 'Books.IsOutOfPrint' = $false }
            $null = Update-Database
            "at $((Get-DbMigrationStatus).Current -join ',') of $($revision.Revision)"
            Test-DbMigration -Applied
            """);
        Assert.EndsWith("True", second.TrimEnd());
        Assert.Equal(rows, RunTarget(sandbox, framework, "show"));

        PowerShellProcess.Run(sandbox, "$null = Undo-DbMigration -Confirm:$false");
        target.Write(efCore, framework, version: 1);
        Assert.Equal("1", PowerShellProcess.Run(sandbox, "(Get-DbMigrationStatus).Pending.Count").Trim());
        Assert.Equal(rows, RunTarget(sandbox, framework, "show"));
    }

    private static string RunTarget(Sandbox sandbox, string framework, string command)
    {
        if (command == "show")
            Run(sandbox, "build", "Target", "-v", "q", "--nologo");
        return Run(sandbox, Path.Combine("bin", "Debug", framework, "Target.dll"), command);
    }

    private static string Run(Sandbox sandbox, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = arguments[0] == "build" ? sandbox.Folder : sandbox.PathOf("Target"),
            RedirectStandardOutput = true,
        };
        start.Environment["DOTNET_ROLL_FORWARD"] = "Major";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output);
        return output.Trim();
    }
}
