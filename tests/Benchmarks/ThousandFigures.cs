using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using Microsoft.Data.Sqlite;

namespace Benchmarks;

/// <summary>
/// What the cmdlets cost with 1,000 tables on SQLite, all of it: worker, model, comparison, script, compiler. Beside
/// them stands what EF Core needs to build the model alone in a fresh process, and SQLite for the same statements.
/// </summary>
internal static class ThousandFigures
{
    private const int Runs = 3;
    private const string Target = ColdFigures.Assembly;

    public static IEnumerable<Figure> Measure(BenchmarkTarget target)
    {
        var model = Figures.Repeat(Runs, target.ModelTime);
        var first = Figures.Repeat(Runs, () => ColdFigures.Ours(target, cached: true, prepare: "", timed: ColdFigures.Generate("first")));
        var peer = Figures.Repeat(Runs, () => ColdFigures.Peer(target, prepare: null, ["migrations", "add", "First", "--no-build"]));
        yield return new("cold: New-DbMigration, the first revision", first, peer, "1/2");
        yield return new("cold: the same beside the model alone", first, model, "none") { PeerName = "EF's model" };
        var nothing = Figures.Repeat(Runs, () => ColdFigures.Ours(target, cached: true, prepare: ColdFigures.Generate("first"), timed: ColdFigures.Generate("again")));
        yield return new("cold: New-DbMigration, nothing changed", nothing, model, "ratio 1.2") { PeerName = "EF's model" };

        target.Clean();
        var generate = Enumerable.Repeat(ColdFigures.Generate("again"), Runs).ToArray();
        var drift = Enumerable.Repeat($"$null = Test-DbMigration -Drift {Target}", Runs);
        var times = Session.Time(
            target.Folder,
            [$"Import-Module '{BenchmarkTarget.Module}'; $null = Initialize-DbMigration; {ColdFigures.Generate("first")}", .. generate, $"$null = Update-Database {Target}", .. drift]);
        yield return new("warm: New-DbMigration, nothing changed", times[1..(Runs + 1)], model, "ratio 1.2") { PeerName = "EF's model" };
        yield return new("warm: Update-Database", [times[Runs + 1]], [Own(target)], "ratio 1.5") { PeerName = "SQLite" };
        yield return new("warm: Test-DbMigration -Drift", times[(Runs + 2)..], [], "none");
    }

    // The same statements in the same order, in one transaction.
    private static double Own(BenchmarkTarget target)
    {
        var statements = new List<string>();
        using (var connection = Open(target, "bench.db"))
        {
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%' ORDER BY rowid";
            using var reader = command.ExecuteReader();
            while (reader.Read())
                statements.Add(reader.GetString(0));
        }

        using var own = Open(target, "bench.db-own");
        var watch = Stopwatch.StartNew();
        using var transaction = own.BeginTransaction();
        foreach (var statement in statements)
        {
            using var command = own.CreateCommand();
            command.CommandText = statement;
            command.ExecuteNonQuery();
        }

        transaction.Commit();
        return watch.Elapsed.TotalMilliseconds;
    }

    private static SqliteConnection Open(BenchmarkTarget target, string file)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(target.Folder, file)};Pooling=False");
        connection.Open();
        return connection;
    }
}
