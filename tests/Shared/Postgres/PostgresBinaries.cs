using System;
using System.IO;
using System.Linq;

namespace DbMigrate.Tests.Shared;

/// <summary>PostgreSQL's server programs on this machine: where Debian's packages put them, or on the path.</summary>
internal static class PostgresBinaries
{
    public const string Missing = "PostgreSQL's server programs (initdb, pg_ctl) are not on this machine; Debian's package postgresql brings them.";

    private const string Debian = "/usr/lib/postgresql";

    /// <summary>The folder of the newest; null where there are none.</summary>
    public static string? Folder { get; } = Find();

    private static string? Find()
    {
        var versions = Directory.Exists(Debian) ? Directory.GetDirectories(Debian).OrderByDescending(VersionOf).Select(v => Path.Combine(v, "bin")) : [];
        return versions.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)).FirstOrDefault(IsServer);
    }

    private static Version VersionOf(string folder)
        => Version.TryParse(Path.GetFileName(folder) + (folder.Contains('.') ? "" : ".0"), out var version) ? version : new Version();

    private static bool IsServer(string folder) => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl"));
}
