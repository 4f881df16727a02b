using System.Collections.Generic;
using System.IO;
using DbMigrate.Module.Tests.Hosting;

namespace DbMigrate.Module.Tests.Targets;

/// <summary>A target of a kind, as arguments of a cmdlet. In the environment "Postgres" its database is PostgreSQL.</summary>
internal sealed record TargetFixture(string Arguments)
{
    public static IReadOnlyDictionary<TargetKind, TargetFixture> All { get; } = new Dictionary<TargetKind, TargetFixture>
    {
        [TargetKind.ConsoleApp] = Assembly("ConsoleTarget"),
        [TargetKind.WebApp] = Project("Kinds/WebApp", "-Context ShopContext"),
        [TargetKind.OldWebApp] = Project("Kinds/OldWebApp"),
        [TargetKind.WorkerService] = Project("Kinds/WorkerService"),
        [TargetKind.ClassLibrary] = Project("LibraryTarget"),
        [TargetKind.WebLibrary] = Project("Kinds/WebLibrary"),
        [TargetKind.SeparateStartupProject] = Project("Kinds/StartupApp", "-Context ShopContext"),
        [TargetKind.SeveralFrameworks] = Framework("net8.0"),
        [TargetKind.Plugins] = Assembly("Kinds/PluginApp"),
        [TargetKind.AheadOfTime] = Assembly("Kinds/AotApp"),
        [TargetKind.EfCore8] = Assembly("Kinds/Ef8", "net8.0"),
        [TargetKind.EfCore9] = Assembly("Kinds/Ef9", "net9.0"),
        [TargetKind.EfCore10] = Project("ConsoleTarget"),
        [TargetKind.PublishedFolder] = new("-Assembly published/folder/ConsoleTarget.dll"),
        [TargetKind.PublishedSelfContained] = new("-Assembly published/own/ConsoleTarget.dll"),
        [TargetKind.PublishedSingleFile] = new("-Assembly published/single/ConsoleTarget" + (System.OperatingSystem.IsWindows() ? ".exe" : "")),
    };

    private static string Configuration => Repository.Configuration;

    private static string Folder(string fixture) => Path.Combine(Repository.Root, "tests", "Fixtures", fixture);

    private static TargetFixture Framework(string framework) => new($"-Project '{Folder("Kinds/DataLibrary")}' -Framework {framework} -Context PlainContext");

    private static TargetFixture Project(string fixture, string more = "")
        => new($"-Project '{Folder(fixture)}' -NoBuild -Configuration {Configuration} {more}");

    private static TargetFixture Assembly(string fixture, string framework = "net10.0")
        => new($"-Assembly '{Path.Combine(Folder(fixture), "bin", Configuration, framework, Path.GetFileName(fixture) + ".dll")}'");
}
