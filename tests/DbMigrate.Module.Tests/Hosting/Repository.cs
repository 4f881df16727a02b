using System.IO;
using System.Linq;
using System.Reflection;

namespace DbMigrate.Module.Tests.Hosting;

/// <summary>Where the repository and the built module are.</summary>
internal static class Repository
{
    public static string Root { get; } = Fact("RepositoryRoot").TrimEnd(Path.DirectorySeparatorChar);

    /// <summary>Debug or Release, as these tests and the fixtures were built.</summary>
    public static string Configuration { get; } = Fact("Configuration");

    public static string Module { get; } = Path.Combine(Root, "out", "DbMigrate");

    public static string Manifest { get; } = Path.Combine(Module, "DbMigrate.psd1");

    private static string Fact(string key) => typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
