using System.Collections.Generic;
using System.IO;

namespace Benchmarks;

internal static class ImportFigures
{
    public static IEnumerable<Figure> Measure(BenchmarkTarget target)
    {
        var empty = Path.Combine(target.Folder, "Empty.psm1");
        File.WriteAllText(empty, "");
        var ours = Figures.Repeat(9, () => Session.Time(target.Folder, $"Import-Module '{BenchmarkTarget.Module}'")[0]);
        var none = Figures.Repeat(9, () => Session.Time(target.Folder, $"Import-Module '{empty}'")[0]);
        yield return new("an empty module", none, [], "none");
        yield return new("DbMigrate", ours, [], $"{Figures.Median(none) + 60:0} ms: 60 over the empty one");
    }
}
