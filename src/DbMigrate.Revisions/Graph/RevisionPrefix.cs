using System;
using System.Collections.Generic;
using System.Linq;

namespace DbMigrate.Revisions.Graph;

/// <summary>Finds revisions by the beginning of their ids.</summary>
internal static class RevisionPrefix
{
    /// <summary>Ids that are shorter must be written in full.</summary>
    private const int ShortestId = 4;

    /// <summary>The one revision whose id begins so; null for none.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="prefix">The beginning, regardless of case.</param>
    /// <param name="line">Ids that count; null for all.</param>
    /// <exception cref="Errors.DbMigrateException"><c>RevisionAmbiguous</c>.</exception>
    public static Revision? Find(RevisionGraph graph, string prefix, HashSet<string>? line)
    {
        Revision[] found =
        [
            .. graph.Ordered.Where(r => r.Id.Length >= ShortestId && r.Id.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                .Where(r => line is null || line.Contains(r.Id)),
        ];
        return found.Length > 1 ? throw ResolutionErrors.Ambiguous(graph, prefix, [.. found.Select(r => r.Id)]) : found.FirstOrDefault();
    }
}
