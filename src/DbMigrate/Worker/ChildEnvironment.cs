using System;
using System.Collections.Generic;
using System.Linq;

namespace DbMigrate.Worker;

/// <summary>
/// The environment of workers and builds: without what a <c>dotnet run</c>, <c>dotnet test</c> or a build above us has set
/// for itself, which would bend the child's own MSBuild, SDK or runtime,
/// and without the connection string that is meant for us: every process listing can show an environment.
/// </summary>
internal static class ChildEnvironment
{
    private static readonly string[] Prefixes = ["MSBUILD", "DOTNET_CLI_", "VSTEST_", "TESTINGPLATFORM_", "COREHOST_", "CORECLR_"];

    private static readonly string[] Names =
    [
        "DOTNET_HOST_PATH", "DOTNET_STARTUP_HOOKS", "DOTNET_ADDITIONAL_DEPS", "DOTNET_SHARED_STORE", "DOTNET_LAUNCH_PROFILE", "DOTNET_ROLL_FORWARD",
        "DOTNET_ROLL_FORWARD_TO_PRERELEASE", "DOTNET_HOSTING_OPTIMIZATION_CACHE", "DOTNET_WATCH", "DOTNET_WATCH_ITERATION", "ASPNETCORE_HOSTINGSTARTUPASSEMBLIES",
        "DBMIGRATE_CONNECTIONSTRING",
    ];

    /// <summary>Kept although a prefix fits: what the user, not a parent process, decides.</summary>
    private static readonly string[] Kept = ["DOTNET_CLI_HOME", "DOTNET_CLI_TELEMETRY_OPTOUT", "MSBUILDDISABLENODEREUSE"];

    public static void Clean(IDictionary<string, string?> environment)
    {
        foreach (var name in environment.Keys.Where(IsScrubbed).ToArray())
        {
            _ = environment.Remove(name);
        }
    }

    private static bool IsScrubbed(string name)
        => !Kept.Contains(name, StringComparer.OrdinalIgnoreCase)
            && (Names.Contains(name, StringComparer.OrdinalIgnoreCase) || Prefixes.Any(p => name.StartsWith(p, StringComparison.OrdinalIgnoreCase)));
}
