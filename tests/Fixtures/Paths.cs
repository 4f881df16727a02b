using System;
using System.IO;
using System.Linq;
using System.Reflection;

namespace DbMigrate.Tests.Fixtures;

/// <summary>Where the build left the module and the fixtures.</summary>
internal static class Paths
{
    public static string Repository { get; } = FindRepository();

    public static string Module { get; } = Path.Combine(Repository, "out", "DbMigrate");

    public static string Worker { get; } = Path.Combine(Module, "worker", "DbMigrate.Worker.dll");

    public static string ProbeEngine { get; } = Fixture("ProbeEngine", "net8.0", "DbMigrate.Engine.dll");

    public static string NonsenseWorker { get; } = Fixture("NonsenseWorker", "net10.0", "NonsenseWorker.dll");

    public static string WebHostApp { get; } = Fixture("WebHostApp", "net10.0", "WebHostApp.dll");

    public static string Engine { get; } = Path.Combine(Module, "engine", "DbMigrate.Engine.dll");

    public static string ConsoleTarget { get; } = Fixture("ConsoleTarget", "net10.0", "ConsoleTarget.dll");

    public static string LibraryTarget { get; } = Fixture("LibraryTarget", "net10.0", "LibraryTarget.dll");

    public static string PlainTarget { get; } = Fixture("PlainTarget", "net10.0", "PlainTarget.dll");

    public static string SqliteProvider { get; } = Path.Combine(Module, "providers", "Sqlite", "DbMigrate.Providers.Sqlite.dll");

    public static string WebApp { get; } = Kind("WebApp");

    public static string OldWebApp { get; } = Kind("OldWebApp");

    public static string WorkerService { get; } = Kind("WorkerService");

    public static string BrokenApp { get; } = Kind("BrokenApp");

    private static string Configuration
        => typeof(Paths).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Configuration").Value!;

    private static string Fixture(string project, string framework, string file)
        => Path.Combine(Repository, "tests", "Fixtures", project, "bin", Configuration, framework, file);

    private static string Kind(string project) => Fixture(Path.Combine("Kinds", project), "net10.0", project + ".dll");

    private static string FindRepository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "DbMigrate.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("The tests run inside of the repository.");
    }
}
