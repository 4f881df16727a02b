using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DbMigrate.Module.Tests.Hosting;
using Xunit;

namespace DbMigrate.Module.Tests;

/// <summary>Importing, in a fresh process.</summary>
public sealed class ImportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Import_loads_our_two_assemblies_at_most_and_nothing_of_others()
    {
        var run = await ScriptRun.Of(_folder, """
            $before = [AppDomain]::CurrentDomain.GetAssemblies().Location
            Import-Module DbMigrate -ErrorAction Stop
            [AppDomain]::CurrentDomain.GetAssemblies().Location.Where({ $before -notcontains $_ -and $_ }) -notlike "*/shared/Microsoft.NETCore.App/*" -notlike "*\shared\Microsoft.NETCore.App\*"
            """);

        Assert.True(run.ExitCode == 0, run.Error);
        var loaded = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Path.GetFileName);
        Assert.All(loaded, name => Assert.Contains(name, new[] { "DbMigrate.dll", "DbMigrate.Revisions.dll" }));
    }

    [Fact]
    public async Task What_reads_the_graph_needs_no_worker()
    {
        _folder.Write("migrations/dbmigrate.psd1", "@{ }");
        _folder.WriteRevision("first1", "");
        foreach (var file in Directory.GetFiles(Repository.Module).Concat(Directory.GetFiles(Path.Combine(Repository.Module, "bin"))))
        {
            var copy = _folder[Path.Combine("modules", "DbMigrate", Path.GetRelativePath(Repository.Module, file))];
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        // This module has no worker, no engine and no provider.
        var run = await ScriptRun.Of(
            _folder,
            """
            $ErrorActionPreference = 'Stop'
            Import-Module DbMigrate
            (Get-DbMigrationHistory).Revision
            (Get-DbMigrationHead).Revision
            (Get-DbMigration first1).Revision
            (TabExpansion2 'Update-Database f' 17).CompletionMatches.CompletionText
            """,
            new Dictionary<string, string> { ["PSModulePath"] = _folder["modules"] });

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal(["first1", "first1", "first1", "first1"], run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }
}
