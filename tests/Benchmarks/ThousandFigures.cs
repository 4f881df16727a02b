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
    private const int Changed = 20;

    // Each takes a second, of which the disk has a share: so more of them, after a first one that makes the session warm.
    private const int Updates = 9;
    private const string Target = ColdFigures.Assembly;

    // Each line is printed as soon as it is known. What takes long runs once, and leaves what the next one needs.
    public static IEnumerable<Figure> Measure(BenchmarkTarget target)
    {
        var model = Figures.Repeat(Runs, target.ModelTime);
        double[] peer = [ColdFigures.Peer(target, prepare: null, ["migrations", "add", "First", "--no-build"])];
        double[] compiled = [peer[0] + target.BuildTime()];
        target.Clean();
        target.Build();
        double[] first = [ColdFigures.Ours(target, cached: false, prepare: "", timed: ColdFigures.Generate("first"))];
        yield return new("cold: New-DbMigration, the first revision", first, compiled, "1/2") { PeerName = "dotnet ef, build" };
        yield return new("cold: the same beside dotnet ef, which compiles nothing", first, peer, "none");
        yield return new("cold: the same beside the model alone", first, model, "none") { PeerName = "EF's model" };

        yield return new($"cold: New-DbMigration, {Changed} tables changed", Figures.Repeat(Runs, () => Change(target)), model, "ratio 1.2") { PeerName = "EF's model" };
        var generate = Enumerable.Repeat(ColdFigures.Generate("again"), Runs + 1);
        var update = $"$null = Update-Database {Target}";
        var drift = Enumerable.Repeat($"$null = Test-DbMigration -Drift {Target}", Runs);
        string[] updates = [update, .. Enumerable.Repeat(new[] { "[IO.File]::Delete('bench.db')", update }, Updates).SelectMany(c => c)];
        var times = Session.Time(target.Folder, [$"Import-Module '{BenchmarkTarget.Module}'", .. generate, .. updates, .. drift]);
        var updated = Enumerable.Range(1, Updates).Select(i => times[Runs + 2 + (2 * i)]);
        yield return new("cold: New-DbMigration, nothing changed", times[1..2], model, "ratio 1.2") { PeerName = "EF's model" };
        yield return new("warm: New-DbMigration, nothing changed", times[2..(Runs + 2)], model, "ratio 1.2") { PeerName = "EF's model" };
        yield return new("warm: Update-Database", [.. updated], Figures.Repeat(Updates, () => Own(target)), "ratio 1.5") { PeerName = "SQLite" };
        yield return new("warm: Test-DbMigration -Drift", times[^Runs..], [], "none");
        target.CleanDatabase();
        yield return new("cold: Update-Database", Session.Time(target.Folder, $"Import-Module '{BenchmarkTarget.Module}'; {update}"), [], "none");
    }

    // The revision goes again.
    private static double Change(BenchmarkTarget target)
    {
        var before = target.Scripts();
        var time = Session.Time(target.Folder, $"Import-Module '{BenchmarkTarget.Module}'; $env:{ThousandTables.Changes} = {Changed}; {ColdFigures.Generate("changed")}")[0];
        File.Delete(target.Scripts().Except(before).Single());
        return time;
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

        File.Delete(Path.Combine(target.Folder, "bench.db-own"));
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
