using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace Benchmarks;

/// <summary>What the cmdlets cost that read the graph alone, for a chain and for a chain of diamonds.</summary>
internal static class GraphFigures
{
    // The middle of the range is named, because counting through a diamond is ambiguous.
    private static readonly string[] Commands =
    [
        "Get-DbMigrationHead",
        "Get-DbMigrationHistory",
        "Get-DbMigrationHistory -Graph",
        "Get-DbMigrationHistory r300:head",
        "Get-DbMigrationBranch",
        "Get-DbMigration",
    ];

    public static IEnumerable<Figure> Measure(BenchmarkTarget target)
    {
        foreach (var (shape, parents) in new[] { ("chain", (Func<int, string>)ChainParents), ("diamonds", DiamondParents) })
        {
            foreach (var revisions in new[] { 1_000, 10_000 })
            {
                Write(target, revisions, parents);
                var times = Session.Time(target.Folder, [$"Import-Module '{BenchmarkTarget.Module}'; $null = Get-DbMigrationHead", .. Commands.Select(c => $"$null = {c}")]);
                foreach (var (command, time) in Commands.Zip(times.Skip(1)))
                    yield return new($"{shape}, {revisions}: {command}", [time], [], revisions == 1_000 ? "100 ms" : "linear growth");
            }
        }
    }

    private static string ChainParents(int i) => i == 0 ? "(none)" : $"r{i - 1}";

    // r0, then r1 and r2 on it, r3 on both, and so on.
    private static string DiamondParents(int i) => (i % 3, i) switch
    {
        (_, 0) => "(none)",
        (0, _) => $"r{i - 2}, r{i - 1}",
        var (arm, _) => $"r{i - arm}",
    };

    private static void Write(BenchmarkTarget target, int count, Func<int, string> parents)
    {
        target.Clean();
        Session.Time(target.Folder, $"Import-Module '{BenchmarkTarget.Module}'; $null = Initialize-DbMigration; $null = New-DbMigration first -Empty -RevisionId r0 -Assembly bin/Debug/net10.0/Target.dll");
        var versions = Path.Combine(target.Folder, "migrations", "versions");
        var first = Directory.GetFiles(versions)[0];
        var text = File.ReadAllText(first);
        File.Delete(first);

        // Always ends in one head.
        for (var i = 0; i <= count - (count % 3); i++)
            File.WriteAllText(Path.Combine(versions, $"{i:00000}_r{i}.cs"), Regex.Replace(text.Replace("r0", $"r{i}"), "(?m)^// Parents:.*$", "// Parents:     " + parents(i)));
    }
}
