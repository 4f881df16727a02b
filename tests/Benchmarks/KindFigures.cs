using System.Collections.Generic;
using System.Linq;

namespace Benchmarks;

/// <summary>
/// Cold and warm figures of one kind of target. What both tools work on is written once, and scripts are compiled
/// before: what differs from run to run is the tool's own start.
/// </summary>
internal static class KindFigures
{
    private const int ColdRuns = 3;
    private const int WarmRuns = 10;

    public static IEnumerable<Figure> Measure(BenchmarkTarget target, TargetKind kind)
    {
        var import = $"Import-Module '{BenchmarkTarget.Module}'; ";
        var generate = "$null = New-DbMigration again " + kind.Arguments;
        var update = "$null = Update-Database " + kind.Arguments;

        target.Clean();
        Session.Time(target.Folder, $"{import}$null = Initialize-DbMigration; $null = New-DbMigration first {kind.Arguments}");
        var ourCheck = Figures.Repeat(ColdRuns, () => Session.Time(target.Folder, import + generate)[0]);
        var ourUpdate = Figures.Repeat(ColdRuns, () => OnEmpty(target, () => Session.Time(target.Folder, import + update)[0]));
        var warm = Session.Time(target.Folder, [import + generate, .. Enumerable.Repeat(generate, WarmRuns), update, .. Enumerable.Repeat(update, WarmRuns)]);

        target.Clean();
        Tool.Run("dotnet", target.Folder, "ef", "migrations", "add", "First", "--no-build");
        target.Build();
        var peerCheck = Figures.Repeat(ColdRuns, () => Tool.Time("dotnet", target.Folder, "ef", "migrations", "has-pending-model-changes", "--no-build"));
        var peerUpdate = Figures.Repeat(ColdRuns, () => OnEmpty(target, () => Tool.Time("dotnet", target.Folder, "ef", "database", "update", "--no-build")));

        yield return new("cold: New-DbMigration, nothing changed", ourCheck, peerCheck, "1/3");
        yield return new("cold: Update-Database, one revision", ourUpdate, peerUpdate, "1/3");
        yield return new("warm: New-DbMigration, nothing changed", warm[1..(WarmRuns + 1)], [], "100 ms");
        yield return new("warm: Update-Database, nothing to do", warm[(WarmRuns + 2)..], [], "100 ms");
    }

    private static double OnEmpty(BenchmarkTarget target, System.Func<double> measure)
    {
        target.CleanDatabase();
        return measure();
    }
}
