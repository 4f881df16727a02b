using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Errors;
using DbMigrate.Tests.Fixtures;
using DbMigrate.Tests.Shared;
using DbMigrate.Worker;
using Xunit;

namespace DbMigrate.Tests;

/// <summary>What runs a worker where there is no <c>dotnet</c>.</summary>
public sealed class WorkerHostTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hosts-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Dotnet_runs_it_with_the_targets_frameworks()
        => Assert.StartsWith("exec --runtimeconfig ", new WorkerHosts("/d/dotnet", null).Command(Needs("Microsoft.AspNetCore.App", "8.0.0"), "/m/w.dll").Arguments);

    [Fact]
    public void PowerShell_runs_what_needs_its_own_framework_alone()
    {
        var command = new WorkerHosts(null, "/p/pwsh").Command(Needs("Microsoft.NETCore.App", "8.0.0"), "/it's/worker/w.dll");

        Assert.Equal("/p/pwsh", command.FileName);
        Assert.Contains("-NoProfile", command.Arguments);
        Assert.Contains("GetFiles('/it''s/worker'", command.Arguments);
    }

    [Theory]
    [InlineData("Microsoft.AspNetCore.App", "10.0.0")]
    [InlineData("Microsoft.NETCore.App", "99.0.0")]
    public void What_needs_more_is_refused_with_what_to_install(string framework, string version)
    {
        var error = Assert.Throws<DbMigrateException>(() => new WorkerHosts(null, "/p/pwsh").Command(Needs(framework, version), "/m/w.dll"));

        Assert.Equal(ErrorCatalogue.DotNetNotFound, error.Kind);
        Assert.Contains($"The target needs {framework} {version}.", error.Message);
        Assert.Equal($"Install the .NET runtime with {framework} {version}, or set DOTNET_ROOT.", error.Action);
    }

    [Fact]
    public void In_another_host_dotnet_is_missing()
        => Assert.Equal(ErrorCatalogue.DotNetNotFound, Assert.Throws<DbMigrateException>(() => new WorkerHosts(null, null).Command(Needs("Microsoft.NETCore.App", "8.0.0"), "/m/w.dll")).Kind);

    [Fact]
    public void A_worker_in_a_second_PowerShell_loads_its_target_answers_and_ends()
    {
        var powerShell = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(f => Path.Combine(f, OperatingSystem.IsWindows() ? "pwsh.exe" : "pwsh")).FirstOrDefault(File.Exists);
        Skip.If(powerShell is null, "PowerShell (pwsh) is not on the PATH");
        using var fixture = new WorkerFixture(layout: new ModuleLayout(Paths.Module) { Engine = Paths.ProbeEngine, Hosts = () => new WorkerHosts(null, powerShell) });

        var worker = fixture.Get();

        var id = worker.ProcessId;
        Assert.Equal("pwsh", Process.GetProcessById(id).ProcessName);
        Assert.Equal("ä \u2028 🦊", worker.Call<TextEvent>("echo", new TextEvent { Text = "ä \u2028 🦊" }, fixture.Sink, TestContext.Current.CancellationToken).Text);
        worker.Dispose();
        Assert.Throws<ArgumentException>(() => Process.GetProcessById(id));
    }

    private RuntimeConfig Needs(string framework, string version)
    {
        File.WriteAllText(Path.Combine(_folder, "app.runtimeconfig.json"), $$"""{ "runtimeOptions": { "framework": { "name": "{{framework}}", "version": "{{version}}" } } }""");
        return RuntimeConfig.For(Path.Combine(_folder, "app.dll"));
    }
}
