using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace DbMigrate.Tests.Shared;

/// <summary>The files that a process has open or mapped into its memory, as Linux tells.</summary>
internal static class FilesInUse
{
    public static IReadOnlyList<string> Of(int process)
    {
        var mapped = File.ReadAllLines($"/proc/{process}/maps").Select(l => l.Split(' ', 6, StringSplitOptions.RemoveEmptyEntries)).Where(p => p.Length == 6).Select(p => p[5]);
        var open = Directory.GetFiles($"/proc/{process}/fd").Select(Target);
        return [.. mapped.Concat(open).Where(f => f.StartsWith('/')).Distinct()];
    }

    // One that was closed meanwhile is not in use.
    private static string Target(string descriptor)
    {
        try
        {
            return File.ResolveLinkTarget(descriptor, returnFinalTarget: false)?.FullName ?? "";
        }
        catch (IOException)
        {
            return "";
        }
    }
}
