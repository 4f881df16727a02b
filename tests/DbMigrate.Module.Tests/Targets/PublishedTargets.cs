using System;
using System.Diagnostics;
using System.IO;
using DbMigrate.Module.Tests.Hosting;
using Xunit;

namespace DbMigrate.Module.Tests.Targets;

/// <summary>One app, published in every way, in a folder with a session beside it.</summary>
public sealed class PublishedTargets : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public PublishedTargets()
    {
        Publish("folder", "--no-self-contained");
        Publish("own", "--self-contained");
        Publish("single", "--no-self-contained", "-p:PublishSingleFile=true");
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
    private void Publish(string name, params string[] options)
    {
        var project = Path.Combine(Repository.Root, "tests", "Fixtures", "ConsoleTarget", "ConsoleTarget.csproj");
        var start = new ProcessStartInfo(
            "dotnet",
            ["publish", project, "--use-current-runtime", "--artifacts-path", _folder["artifacts"], "-o", _folder["published/" + name], "-v", "q", "--nologo", .. options])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output);
    }
}
