using System.Collections.Generic;
using System.IO;

namespace Benchmarks;

/// <summary>Each run is a PowerShell of its own, so the worker starts anew; dotnet ef is asked for the same, with --no-build.</summary>
internal static class ColdFigures
{
    private const int Runs = 5;
    public const string Assembly = "-Assembly bin/Debug/net10.0/Target.dll";

    public static IEnumerable<Figure> Measure(BenchmarkTarget target)
    {
        var generateCompiling = Figures.Repeat(Runs, () => Ours(target, cached: false, prepare: Generate("first"), timed: Generate("again")));
        var ourGenerate = Figures.Repeat(Runs, () => Ours(target, cached: true, prepare: "", timed: Generate("first")));
        var efGenerate = Figures.Repeat(Runs, () => Peer(target, prepare: null, ["migrations", "add", "First", "--no-build"]));
        yield return new("New-DbMigration, the first revision", ourGenerate, efGenerate, "1/2");

        var checkCached = Figures.Repeat(Runs, () => Ours(target, cached: true, prepare: Generate("first"), timed: Generate("again")));
        var efSecond = Figures.Repeat(Runs, () => Peer(target, ["migrations", "add", "First", "--no-build"], ["migrations", "has-pending-model-changes"]));
        yield return new("New-DbMigration, nothing changed, scripts compiled before", checkCached, efSecond, "1/3");
        yield return new("New-DbMigration, nothing changed, scripts compiled now", generateCompiling, efSecond, "1/2");

        var updateCached = Figures.Repeat(Runs, () => Ours(target, cached: true, prepare: Generate("first"), timed: $"$null = Update-Database {Assembly}"));
        var updateCompiling = Figures.Repeat(Runs, () => Ours(target, cached: false, prepare: Generate("first"), timed: $"$null = Update-Database {Assembly}"));
        var efUpdate = Figures.Repeat(Runs, () => Peer(target, ["migrations", "add", "First", "--no-build"], ["database", "update"]));
        yield return new("Update-Database, one revision, scripts compiled before", updateCached, efUpdate, "1/3");
        yield return new("Update-Database, one revision, compiled now", updateCompiling, efUpdate, "1/2");
    }

    public static string Generate(string message) => $"$null = New-DbMigration {message} {Assembly}";

    public static double Ours(BenchmarkTarget target, bool cached, string prepare, string timed)
    {
        target.Clean();
        var import = $"Import-Module '{BenchmarkTarget.Module}'; ";
        Session.Time(target.Folder, import + "$null = Initialize-DbMigration; " + prepare);
        if (!cached)
            ForgetCompiledScripts();
        return Session.Time(target.Folder, import + timed)[0];
    }

    public static double Peer(BenchmarkTarget target, string[]? prepare, string[] timed)
    {
        target.Clean();
        if (prepare is not null)
        {
            // The build before knows the migration of the run before.
            target.Build();
            Tool.Run("dotnet", target.Folder, ["ef", .. prepare]);
            target.Build();
        }

        return Tool.Time("dotnet", target.Folder, prepare is null ? ["ef", .. timed] : ["ef", .. timed, "--no-build"]);
    }

    private static void ForgetCompiledScripts()
    {
        // A folder of the benchmark's own, so that nobody's real cache is emptied.
        if (Directory.Exists(BenchmarkTarget.ScriptCache))
            Directory.Delete(BenchmarkTarget.ScriptCache, recursive: true);
    }
}
