using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using CsCheck;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Xunit;

namespace DbMigrate.Engine.Tests.Scripting;

/// <summary>Scripts compile inside a user's project, however strict it is, with the oldest and the newest EF Core.</summary>
public sealed class AnalyzerTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dbmigrate-analyzers-");

    public AnalyzerTests()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Repository(), "tests", "Fixtures", "Analyzers")))
            File.Copy(file, Path.Combine(_folder.FullName, Path.GetFileName(file)));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("8.0.34", "net8.0")]
    [InlineData("10.0.15", "net10.0")]
    public void Scripts_build_with_all_analyzers_and_warnings_as_errors(string efCore, string framework)
    {
        WriteScripts();
        var (exitCode, output) = Build(efCore, framework);
        Assert.True(exitCode == 0, output);
    }

    [Fact]
    public void The_same_project_complains_about_code_of_people()
    {
        // Only analyzers have something to say: the compiler's own errors would keep them from running.
        File.WriteAllText(
            Path.Combine(_folder.FullName, "Careless.cs"), "/// <summary>Careless.</summary>\npublic class Careless\n{\n    /// <summary>Open.</summary>\n    public int X = 1;\n}\n");
        var (exitCode, output) = Build("10.0.15", "net10.0");
        Assert.NotEqual(0, exitCode);
        Assert.Contains("error CA1051", output, StringComparison.Ordinal);
    }

    private void WriteScripts()
    {
        Write("rempty", [], []);
        Write("redges", [.. Values.Edges.Select((value, i) => new AddColumnOperation { Name = "C" + i, Table = "T", ClrType = value.GetType(), DefaultValue = value })], []);
        for (var script = 0; script < 20; script++)
            Write("r" + script, OperationGenerators.Any.Array[20].Single(), OperationGenerators.Any.Array[5].Single());
    }

    private void Write(string id, MigrationOperation[] up, MigrationOperation[] down)
        => File.WriteAllText(Path.Combine(_folder.FullName, id + ".cs"), Scripts.Write(up, down, Scripts.Header(id)));

    private (int ExitCode, string Output) Build(string efCore, string framework)
    {
        // A developer may have switched analyzers off for the whole machine.
        var start = new ProcessStartInfo("dotnet", ["build", "-v", "q", "--nologo", "-p:RunAnalyzers=true", "-p:EfCore=" + efCore, "-p:Framework=" + framework])
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
        };
        using var build = Process.Start(start)!;
        var output = build.StandardOutput.ReadToEnd();
        build.WaitForExit();
        return (build.ExitCode, output);
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "DbMigrate.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
