using System;
using System.Collections.Generic;
using System.IO;

namespace Benchmarks;

internal static class GraphFigures
{
    public static IEnumerable<Figure> Measure(BenchmarkTarget target)
    {
        foreach (var revisions in new[] { 1_000, 10_000 })
        {
            WriteChain(target, revisions);
            var times = Session.Time(
                target.Folder,
                $"Import-Module '{BenchmarkTarget.Module}'; $null = Get-DbMigrationHead",
                "$null = Get-DbMigrationHead",
                "$null = Get-DbMigrationHistory",
                "$null = Get-DbMigration");
            var budget = revisions == 1_000 ? "100 ms" : "linear growth";
            yield return new($"{revisions} revisions: Get-DbMigrationHead", [times[1]], [], budget);
            yield return new($"{revisions} revisions: Get-DbMigrationHistory", [times[2]], [], budget);
            yield return new($"{revisions} revisions: Get-DbMigration", [times[3]], [], budget);
        }
    }

    private static void WriteChain(BenchmarkTarget target, int count)
    {
        target.Clean();
        Session.Time(target.Folder, $"Import-Module '{BenchmarkTarget.Module}'; $null = Initialize-DbMigration; $null = New-DbMigration first -Empty -RevisionId r0 -Assembly bin/Debug/net10.0/Target.dll");
        var versions = Path.Combine(target.Folder, "migrations", "versions");
        var first = Directory.GetFiles(versions)[0];
        var text = File.ReadAllText(first);
        File.Delete(first);
        for (var i = 0; i < count; i++)
        {
            var parent = i == 0 ? null : $"r{i - 1}";
            var script = text.Replace("r0", $"r{i}", StringComparison.Ordinal);
            if (parent is not null)
                script = System.Text.RegularExpressions.Regex.Replace(script, @"(?m)^// Parents:.*$", "// Parents:     " + parent);
            File.WriteAllText(Path.Combine(versions, $"{i:00000}_r{i}.cs"), script);
        }
    }
}
