using System.IO;
using System.Linq;
using System.Reflection;

namespace DbMigrate.Module.Tests.Hosting;

/// <summary>Where the repository and the built module are.</summary>
internal static class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(a => a.Key == "RepositoryRoot").Value!.TrimEnd(Path.DirectorySeparatorChar);

    public static string Module { get; } = Path.Combine(Root, "out", "DbMigrate");

    public static string Manifest { get; } = Path.Combine(Module, "DbMigrate.psd1");
}
