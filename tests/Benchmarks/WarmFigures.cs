using System.Collections.Generic;
using System.Linq;

namespace Benchmarks;

internal static class WarmFigures
{
    public static IEnumerable<Figure> Measure(BenchmarkTarget target)
    {
        target.Clean();
        var project = Enumerable.Repeat("$null = New-DbMigration again -Project .", 20);
        var update = Enumerable.Repeat("$null = Update-Database -Project .", 20);
        var times = Session.Time(
            target.Folder,
            [$"Import-Module '{BenchmarkTarget.Module}'; $null = Initialize-DbMigration; $null = New-DbMigration first -Project .; $null = Update-Database -Project .", .. project, .. update]);
        yield return new("New-DbMigration, nothing changed", times[1..21], [], "100 ms");
        yield return new("Update-Database, nothing to do", times[21..], [], "100 ms");
    }
}
