using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Worker;

/// <summary>Finds the <c>dotnet</c> that runs workers and builds.</summary>
internal static class DotNetHost
{
    private static bool IsWindows => RuntimeInformation.IsOSPlatform(OSPlatform.Windows);

    private static string FileName => IsWindows ? "dotnet.exe" : "dotnet";

    /// <summary>Full path of the executable.</summary>
    public static string Find(Func<string, string?> environment, Func<string, bool> exists)
        => Candidates(environment).FirstOrDefault(exists) ?? throw NotFound();

    public static string Find() => TryFind() ?? throw NotFound();

    /// <summary>Full path of the executable; null where there is none.</summary>
    public static string? TryFind() => Candidates(Environment.GetEnvironmentVariable).FirstOrDefault(File.Exists);

    /// <summary>Says where it was looked for.</summary>
    public static DbMigrateException NotFound() => ErrorCatalogue.DotNetNotFound.Error($"There is no '{FileName}' on the PATH, in DOTNET_ROOT, or where installers put it.");

    private static IEnumerable<string> Candidates(Func<string, string?> environment)
    {
        if (environment("DOTNET_HOST_PATH") is { Length: > 0 } host)
        {
            yield return host;
        }

        foreach (var folder in Folders(environment))
        {
            yield return Path.Combine(folder, FileName);
        }
    }

    private static IEnumerable<string> Folders(Func<string, string?> environment)
    {
        string?[] roots = [environment("DOTNET_ROOT_" + RuntimeInformation.ProcessArchitecture.ToString().ToUpperInvariant()), environment("DOTNET_ROOT")];
        string?[] usual = IsWindows
            ? [Below(environment("ProgramFiles"), "dotnet"), Below(environment("LOCALAPPDATA"), "Microsoft", "dotnet")]
            : ["/usr/share/dotnet", "/usr/lib/dotnet", "/usr/lib64/dotnet", "/usr/local/share/dotnet", "/opt/homebrew/opt/dotnet/libexec", "/opt/dotnet", Below(environment("HOME"), ".dotnet")];
        return roots.Concat((environment("PATH") ?? "").Split(Path.PathSeparator)).Concat(usual)
            .Where(f => f is { Length: > 0 } && f.IndexOfAny(Path.GetInvalidPathChars()) < 0)
            .Select(f => f!.Trim('"'));
    }

    private static string? Below(string? folder, params string[] names)
        => folder is { Length: > 0 } ? Path.Combine([folder, .. names]) : null;
}
