using System.Collections.Generic;
using System.IO;
using System.Linq;
using DbMigrate.Tests.Shared;

namespace Benchmarks;

/// <summary>What the cmdlets cost with 1,000 tables on PostgreSQL, beside EF Core's model alone and the server's own client for the same script.</summary>
internal static class PostgresThousandFigures
{
    private const int Runs = 3;
    private const string Script = "own.sql";

    /// <param name="target">The project.</param>
    /// <param name="empty">Another, empty database, as the client takes it.</param>
    public static IEnumerable<Figure> Measure(BenchmarkTarget target, string empty)
    {
        var model = Figures.Repeat(Runs, target.ModelTime);
        double[] first = [ColdFigures.Ours(target, cached: false, prepare: "", timed: ColdFigures.Generate("first"))];
        yield return new("cold: New-DbMigration, the first revision", first, model, "none") { PeerName = "EF's model" };

        var generate = Enumerable.Repeat(ColdFigures.Generate("again"), Runs + 1);
        var script = $"[IO.File]::WriteAllLines('{Script}', [string[]](Update-Database {ColdFigures.Assembly} -AsSql))";
        var update = $"$null = Update-Database {ColdFigures.Assembly}";
        var drift = Enumerable.Repeat($"$null = Test-DbMigration -Drift {ColdFigures.Assembly}", Runs);
        var times = Session.Time(target.Folder, [$"Import-Module '{BenchmarkTarget.Module}'", .. generate, script, update, .. drift]);
        double[] own = [Tool.Time(Path.Combine(PostgresBinaries.Folder!, "psql"), target.Folder, "-X", "-q", "-v", "ON_ERROR_STOP=1", "-f", Script, empty)];
        yield return new("cold: New-DbMigration, nothing changed", times[1..2], model, "ratio 1.2") { PeerName = "EF's model" };
        yield return new("warm: New-DbMigration, nothing changed", times[2..(Runs + 2)], model, "ratio 1.2") { PeerName = "EF's model" };
        yield return new("warm: Update-Database", [times[Runs + 3]], own, "ratio 1.5") { PeerName = "psql" };
        yield return new("warm: Test-DbMigration -Drift", times[(Runs + 4)..], [], "none");
    }
}
