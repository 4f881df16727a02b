using System;
using System.Collections.Generic;
using System.IO;
using DbMigrate.Module.Tests.Hosting;

namespace DbMigrate.Module.Tests.Targets;

/// <summary>A target of a kind, as arguments of a cmdlet. In the environment "Postgres" its database is PostgreSQL.</summary>
/// <param name="Arguments">The arguments for the one of a framework, which is that of an EF Core.</param>
internal sealed record TargetFixture(Func<string, string> Arguments)
{
    public static IReadOnlyDictionary<TargetKind, TargetFixture> All { get; } = new Dictionary<TargetKind, TargetFixture>
    {
        [TargetKind.ConsoleApp] = Project("ConsoleTarget"),
        [TargetKind.WebApp] = Project("Kinds/WebApp", "-Context ShopContext"),
        [TargetKind.OldWebApp] = Project("Kinds/OldWebApp"),
        [TargetKind.WorkerService] = Project("Kinds/WorkerService"),
        [TargetKind.ClassLibrary] = Project("LibraryTarget"),
        [TargetKind.WebLibrary] = Project("Kinds/WebLibrary"),
        [TargetKind.SeparateStartupProject] = Project("Kinds/StartupApp", "-Context ShopContext"),
        [TargetKind.BuiltByUs] = new(f => $"-Project '{Folder("Kinds/DataLibrary")}' -Framework {f} -Context PlainContext"),
        [TargetKind.BuiltAssembly] = Assembly("ConsoleTarget"),
        [TargetKind.Plugins] = Assembly("Kinds/PluginApp"),
        [TargetKind.AheadOfTime] = Assembly("Kinds/AotApp"),
        [TargetKind.PublishedFolder] = new(f => $"-Assembly published/{f}/folder/ConsoleTarget.dll"),
        [TargetKind.PublishedSelfContained] = new(f => $"-Assembly published/{f}/own/ConsoleTarget.dll"),
        [TargetKind.PublishedSingleFile] = new(f => $"-Assembly published/{f}/single/ConsoleTarget{(OperatingSystem.IsWindows() ? ".exe" : "")}"),
    };

    private static string Folder(string fixture) => Path.Combine(Repository.Root, "tests", "Fixtures", fixture);

    private static TargetFixture Project(string fixture, string more = "")
        => new(f => $"-Project '{Folder(fixture)}' -NoBuild -Configuration {Repository.Configuration} -Framework {f} {more}");

    private static TargetFixture Assembly(string fixture)
        => new(f => $"-Assembly '{Path.Combine(Folder(fixture), "bin", Repository.Configuration, f, Path.GetFileName(fixture) + ".dll")}'");
}
