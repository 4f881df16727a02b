using System;
using System.Runtime.InteropServices;

namespace DbMigrate.Worker.Loading;

/// <summary>Which of the folders below <c>runtimes</c> this machine may use.</summary>
internal static class RuntimeIds
{
    /// <summary>Whether a runtime identifier such as <c>linux-x64</c>, <c>unix</c> or <c>win-arm64</c> fits this machine.</summary>
    public static bool Fits(string identifier)
    {
        var parts = identifier.Split('-');
        return FitsSystem(parts[0]) && (parts.Length == 1 || parts[^1] == Architecture);
    }

    private static string Architecture => RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();

    private static bool FitsSystem(string system) => system switch
    {
        "any" => true,
        "unix" => !OperatingSystem.IsWindows(),
        _ when OperatingSystem.IsWindows() => system.StartsWith("win", StringComparison.Ordinal),
        _ when OperatingSystem.IsMacOS() => system.StartsWith("osx", StringComparison.Ordinal),
        _ => !system.StartsWith("win", StringComparison.Ordinal) && !system.StartsWith("osx", StringComparison.Ordinal) && system is not ("browser" or "maccatalyst"),
    };
}
