using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Runtime.InteropServices;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Worker;

/// <summary>
/// What can run a worker: <c>dotnet</c>; where there is none, a second PowerShell, which carries a runtime of its own.
/// </summary>
/// <param name="DotNet">Full path of <c>dotnet</c>; null where none was found.</param>
/// <param name="PowerShell">Full path of the PowerShell 7 that this is; null in another host.</param>
internal sealed record WorkerHosts(string? DotNet, string? PowerShell)
{
    private const string CoreFramework = "Microsoft.NETCore.App";

    /// <summary>Those of this machine and this process.</summary>
    public static WorkerHosts Find() => DotNetHost.TryFind() is { } dotnet ? new(dotnet, null) : new(null, FindPowerShell());

    /// <summary>The command for a worker.</summary>
    /// <param name="config">What the target needs.</param>
    /// <param name="worker">Full path of the worker's assembly.</param>
    /// <exception cref="DbMigrateException"><c>DotNetNotFound</c>, with what to install.</exception>
    public WorkerCommand Command(RuntimeConfig config, string worker)
    {
        if (DotNet is not null)
            return new(DotNet, $"exec --runtimeconfig \"{config.Save(UserCache.Folder)}\" \"{worker}\"");
        if (PowerShell is null)
            throw DotNetHost.NotFound();
        var others = config.Frameworks.Where(f => f.Name != CoreFramework || MajorOf(f.Version) > Environment.Version.Major).Select(f => $"{f.Name} {f.Version}").ToArray();
        return others.Length == 0
            ? new(PowerShell, $"-NoLogo -NoProfile -NonInteractive -Command \"{Script(worker)}\"")
            : throw ErrorCatalogue.DotNetNotFound.Error(
                $"The target needs {string.Join(" and ", others)}. There is no 'dotnet' here, and PowerShell brings {CoreFramework} {Environment.Version} alone.",
                action: $"Install the .NET runtime with {string.Join(" and ", others)}, or set DOTNET_ROOT.");
    }

    // Its libraries are loaded first, so that they and not PowerShell's own of the same names are found.
    private static string Script(string worker)
        => $"$c = [Runtime.Loader.AssemblyLoadContext]::new('DbMigrate'); [IO.Directory]::GetFiles('{Path.GetDirectoryName(worker)!.Replace("'", "''")}', '*.dll').ForEach({{ $c.LoadFromAssemblyPath($_) }})"
            + ".Where({ $_.GetName().Name -eq 'DbMigrate.Worker' }).EntryPoint.Invoke($null, @(, [string[]] @()))";

    private static string? FindPowerShell()
    {
        var isWindows = RuntimeInformation.IsOSPlatform(OSPlatform.Windows);
        var path = Path.Combine(Path.GetDirectoryName(typeof(PSObject).Assembly.Location) ?? "", isWindows ? "pwsh.exe" : "pwsh");
        return Environment.Version.Major >= 8 && File.Exists(path) ? path : null;
    }

    private static int MajorOf(string version) => int.TryParse(version.Split('.')[0], out var major) ? major : 0;
}
