using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Revisions.Graph;

/// <summary>Which revisions a merge joins.</summary>
public static class MergePlanner
{
    /// <summary>Finds the revisions to join, in the order in which they were named.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="revisions">What the user wrote; <c>heads</c> means every head here, also one that another only depends on.</param>
    /// <param name="splice">Whether a revision that others build on may be joined.</param>
    /// <exception cref="DbMigrateException"><c>MergeInvalid</c>, <c>SpliceRequired</c>, and those of the grammar.</exception>
    public static IReadOnlyList<string> Parents(RevisionGraph graph, IReadOnlyList<string> revisions, bool splice)
    {
        string[] parents = [.. revisions.SelectMany(r => Resolve(graph, r)).Distinct(StringComparer.OrdinalIgnoreCase)];
        if (parents.Length < 2)
            throw TooFew(graph, revisions, parents);
        RequireApart(graph, parents);
        if (!splice && parents.Select(p => graph.Find(p)!).FirstOrDefault(r => !r.IsHead) is { } inner)
        {
            throw ErrorCatalogue.SpliceRequired.Error(
                $"Revision {inner.Id} is not a head revision: {string.Join(", ", inner.Children)} builds on it.", inner.Id,
                "Merge the heads, or pass -Splice: the merge is then a head beside what builds on that revision already.");
        }

        return parents;
    }

    // New-DbMigration counts every head, so that all must be joined before it goes on.
    private static IEnumerable<string> Resolve(RevisionGraph graph, string text)
    {
        if (text.Trim().Equals("heads", StringComparison.OrdinalIgnoreCase))
            return graph.Heads;
        var ids = RevisionResolver.Resolve(graph, text);
        return ids.Count > 0 ? ids : throw ErrorCatalogue.MergeInvalid.Error($"'{text}' stands for no revision, and nothing can be joined with the empty start.", text);
    }

    private static DbMigrateException TooFew(RevisionGraph graph, IReadOnlyList<string> revisions, string[] parents) => graph.Ordered.Count == 0
        ? ErrorCatalogue.MergeInvalid.Error("The folder has no revisions: there is nothing to merge.")
        : graph.Heads.Count == 1 && revisions.Count == 1
            ? ErrorCatalogue.MergeInvalid.Error($"The folder has one head, {ResolutionErrors.List(graph, graph.Heads)}: there is nothing to merge.", action: "Go on with New-DbMigration.")
            : ErrorCatalogue.MergeInvalid.Error($"Only {ResolutionErrors.List(graph, parents)} was named, and a merge joins two revisions or more.");

    private static void RequireApart(RevisionGraph graph, string[] parents)
    {
        var tips = new HashSet<string>(graph.Tips(parents, dependencies: false));
        if (parents.FirstOrDefault(p => !tips.Contains(p)) is { } below)
        {
            var above = parents.First(p => p != below && graph.Lineage(below).Contains(p));
            throw ErrorCatalogue.MergeInvalid.Error($"Revision {below} cannot be merged with {above}, which builds on it and has all of it.", below);
        }
    }
}
