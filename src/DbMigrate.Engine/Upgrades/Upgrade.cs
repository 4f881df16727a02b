using System;
using System.Globalization;
using System.Linq;
using DbMigrate.Engine.Model;
using DbMigrate.Revisions.Graph;

namespace DbMigrate.Engine.Upgrades;

/// <summary>The target has a later major version of EF Core than the last revision was generated with.</summary>
/// <param name="Before">The last revision's version.</param>
/// <param name="Now">The target's.</param>
internal sealed record Upgrade(string Before, string Now)
{
    /// <summary>The first number of the last revision's version.</summary>
    public int Major => MajorOf(Before) ?? 0;

    /// <summary>What lies between the last revision that names a version and the target; null for none.</summary>
    public static Upgrade? Find(RevisionGraph graph, EfVersions target)
    {
        var before = graph.Ordered.LastOrDefault(r => MajorOf(r.Header.EfCore) is not null)?.Header.EfCore;
        return before is not null && MajorOf(before) < MajorOf(target.EfCore) ? new Upgrade(before, target.EfCore) : null;
    }

    private static int? MajorOf(string version)
        => int.TryParse(version.AsSpan(0, Math.Max(version.IndexOf('.', StringComparison.Ordinal), 0)), NumberStyles.None, CultureInfo.InvariantCulture, out var major) ? major : null;
}
