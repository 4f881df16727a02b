using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using DbMigrate.Tests.Shared;
using Xunit;

namespace DbMigrate.EndToEnd.Tests;

/// <summary>A machine that has PowerShell 7 and no <c>dotnet</c>: its folders are hidden from the process, PATH and DOTNET_ROOT are empty.</summary>
public sealed class PowerShellAloneTests : IDisposable
{
    // Where installers put it.
    private const string Folders = "/usr/share/dotnet /usr/lib/dotnet /usr/lib64/dotnet /usr/local/share/dotnet /opt/dotnet $HOME/.dotnet";

    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void Revisions_are_applied_to_a_database_without_a_target()
    {
        _sandbox.WriteRevision("first1", null, Sandbox.Sql("CREATE TABLE a (id INTEGER PRIMARY KEY)"), Sandbox.Sql("DROP TABLE a"));

        Assert.Equal("first1 first1", Run($"\"$((Update-Database {On}).Revision) $((Get-DbMigrationStatus {On}).Current)\"; $null = Undo-DbMigration base -Confirm:$false {On}; $null = Update-Database {On}"));

        Assert.Equal(1L, _sandbox.Query("SELECT count(*) FROM sqlite_master WHERE name = 'a'"));
    }

    [Fact]
    public void A_revision_is_generated_from_an_assembly()
        => Assert.Equal(
            "WarehouseContext True True",
            Run($"$on = @{{ Assembly = '{Fixture("Warehouse")}' }}; $null = Initialize-DbMigration @on; $made = New-DbMigration first; \"$((Get-DbMigrationContext @on).Name) $($made.Operations.Count -gt 0) $(Test-DbMigration)\""));

    [Theory]
    [InlineData("-Project '{0}'", "There is no 'dotnet' on the PATH")]
    [InlineData("-Assembly '{1}'", "The target needs Microsoft.AspNetCore.App")]
    public void What_needs_more_says_what_to_install(string target, string expected)
    {
        var project = Path.Combine(Sandbox.Repository, "tests", "Fixtures", "Warehouse");
        var said = Run($"try {{ Get-DbMigrationContext {string.Format(target, project, Fixture("Kinds/WebApp"))} }} catch {{ $_.FullyQualifiedErrorId; $_.Exception.Message; $_.ErrorDetails.RecommendedAction }}");

        Assert.StartsWith("DbMigrate.DotNetNotFound,", said);
        Assert.Contains(expected, said);
        Assert.Contains("Install the .NET", said);
    }

    private string On => $"-Provider Sqlite -ConnectionString 'Data Source={_sandbox.Database}'";

    private static string Fixture(string name)
    {
        var output = Path.Combine(Sandbox.Repository, "tests", "Fixtures", name, "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0");
        return Path.Combine(output, Path.GetFileName(name) + ".dll");
    }

    private string Run(string script)
    {
        Skip.If(!OperatingSystem.IsLinux(), "Folders can be hidden from one process on Linux alone");
        var powerShell = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(f => Path.Combine(f, "pwsh")).FirstOrDefault(File.Exists);
        Skip.If(powerShell is null, "PowerShell (pwsh) is not on the PATH");
        Skip.If(!File.Exists(Path.Combine(Path.GetDirectoryName(powerShell)!, "libcoreclr.so")), "This PowerShell carries no runtime");
        Skip.If(Hidden("true").ExitCode != 0, "This user may not hide folders from a process (unshare)");

        var file = _sandbox.PathOf("script.ps1");
        File.WriteAllText(file, $"$ErrorActionPreference = 'Stop'\nImport-Module '{Sandbox.Repository}/out/DbMigrate/DbMigrate.psd1'\n{script}\n");
        var (exitCode, output) = Hidden($"exec /usr/bin/env -i PATH= DOTNET_ROOT= LANG=C.UTF-8 TERM=dumb HOME=\"$HOME\" POWERSHELL_TELEMETRY_OPTOUT=1 POWERSHELL_UPDATECHECK=Off '{powerShell}' -NoProfile -NonInteractive -File '{file}'");
        Assert.True(exitCode == 0, output);
        return output.Trim();
    }

    private (int ExitCode, string Output) Hidden(string command)
    {
        var start = new ProcessStartInfo("unshare", ["--user", "--map-root-user", "--mount", "sh", "-c", $"for d in {Folders}; do [ ! -d \"$d\" ] || mount -t tmpfs none \"$d\" || exit 1; done; {command}"])
        {
            WorkingDirectory = _sandbox.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.GetAwaiter().GetResult());
    }
}
