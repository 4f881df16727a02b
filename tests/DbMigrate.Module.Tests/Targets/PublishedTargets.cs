using System;
using System.Diagnostics;
using System.IO;
using DbMigrate.Module.Tests.Hosting;
using Xunit;

namespace DbMigrate.Module.Tests.Targets;

/// <summary>One app, published in every way for every EF Core, in a folder with a session beside it.</summary>
public sealed class PublishedTargets : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public PublishedTargets()
    {
        foreach (var framework in (string[])["net8.0", "net9.0", "net10.0"])
        {
            Publish(framework, "folder", "--no-self-contained");
            Publish(framework, "own", "--self-contained");
        }

        Publish("net10.0", "single", "--no-self-contained", "-p:PublishSingleFile=true");
        Session = new Session(_folder.Path);
    }

    internal Session Session { get; }

    internal TemporaryFolder Folder => _folder;

    public void Dispose()
    {
        Session.Dispose();
        _folder.Dispose();
    }

    // Into folders of its own, so that what the solution has built stays as it is.
    private void Publish(string framework, string name, params string[] options)
    {
        var project = Path.Combine(Repository.Root, "tests", "Fixtures", "ConsoleTarget", "ConsoleTarget.csproj");
        var start = new ProcessStartInfo(
            "dotnet",
            ["publish", project, "-f", framework, "--use-current-runtime", "--artifacts-path", _folder["artifacts"], "-o", _folder[$"published/{framework}/{name}"], "-v", "q", "--nologo", .. options])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output);
    }
}
