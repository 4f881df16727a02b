using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace DbMigrate.Module.Tests.Hosting;

/// <summary>The worker processes of this test run, as Linux tells.</summary>
internal static class Workers
{
    public static IReadOnlyList<int> Ids()
        => [.. Directory.GetDirectories("/proc").Select(f => int.TryParse(Path.GetFileName(f), out var id) ? id : 0).Where(IsWorker).Order()];

    private static bool IsWorker(int process)
    {
        try
        {
            var facts = process > 0 ? File.ReadAllText($"/proc/{process}/stat") : "";

            // After the name, which is in brackets, come its state and its parent; one that has ended is Z.
            return facts.LastIndexOf(')') is > 0 and var name && facts[(name + 2)..].Split(' ') is [not "Z", var parent, ..]
                && parent == Environment.ProcessId.ToString(CultureInfo.InvariantCulture)
                && File.ReadAllText($"/proc/{process}/cmdline").Contains("DbMigrate.Worker.dll", StringComparison.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
