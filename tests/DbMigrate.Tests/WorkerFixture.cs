using System;
using System.IO;
using DbMigrate.Tests.Fixtures;
using DbMigrate.Worker;
using Xunit;

namespace DbMigrate.Tests;

/// <summary>A pool whose workers have the probe in the engine's place, and a private copy of a target to change.</summary>
internal sealed class WorkerFixture : IDisposable
{
    public WorkerFixture(string? target = null, ModuleLayout? layout = null)
    {
        Folder = Directory.CreateTempSubdirectory("client-test-").FullName;
        Target = CopyTarget(target ?? Paths.ConsoleTarget, "target");
        Pool = new WorkerPool(layout ?? Layout);
    }

    public static ModuleLayout Layout { get; } = new(Paths.Module) { Engine = Paths.ProbeEngine };

    public string Folder { get; }

    public string Target { get; }

    public WorkerPool Pool { get; }

    public RecordingSink Sink { get; } = new();

    public TargetSpec Spec => new() { Assembly = Target, WorkingDirectory = Folder };

    public WorkerClient Get(TargetSpec? spec = null) => Pool.Get(spec ?? Spec, Sink, TestContext.Current.CancellationToken);

    public string CopyTarget(string target, string name)
    {
        var folder = Path.Combine(Folder, name);
        CopyFolder(Path.GetDirectoryName(target)!, folder);
        return Path.Combine(folder, Path.GetFileName(target));
    }

    public void Dispose()
    {
        Pool.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private static void CopyFolder(string source, string destination)
    {
        foreach (var file in Directory.GetFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(destination, Path.GetRelativePath(source, file));
            _ = Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
