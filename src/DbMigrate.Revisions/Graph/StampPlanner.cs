using System;
using System.Collections.Generic;
using System.Linq;

namespace DbMigrate.Revisions.Graph;

/// <summary>Finds the applied set that stamping leaves: what applying or undoing to the same destinations would leave.</summary>
public static class StampPlanner
{
    /// <summary>
    /// The applied ids afterwards, parents first. Heads above or below a destination give way to it, others stay;
    /// <c>base</c> leaves nothing, <c>label@base</c> what is not on that branch.
    /// </summary>
    /// <param name="graph">The graph.</param>
    /// <param name="applied">Applied ids.</param>
    /// <param name="revisions">Destinations in the grammar of <see cref="RevisionResolver"/>; one below another counts with that.</param>
    /// <exception cref="Errors.DbMigrateException">Those of the resolver, and <c>HistoryUnknownRevision</c>.</exception>
    public static IReadOnlyList<string> Stamp(RevisionGraph graph, IReadOnlyCollection<string> applied, IReadOnlyList<string> revisions)
    {
        var done = RevisionPlanner.Known(graph, applied);
        var targets = new List<string>();
        var leaving = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var expression in revisions.Select(RevisionResolver.Parse))
        {
            var found = RevisionResolver.Resolve(graph, expression, done, clamp: false);
            targets.AddRange(found);
            leaving.UnionWith(found.Count > 0 ? Related(graph, found) : OnBranch(graph, expression));
        }

        return graph.AncestorsAndSelf([.. graph.EffectiveHeads(done).Where(head => !leaving.Contains(head)), .. targets]);
    }

    /// <summary>The applied ids after everything that a history says was thrown away, parents first; steps count as without a database.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="revisions">Destinations in the grammar of <see cref="RevisionResolver"/>, <c>current</c> excepted.</param>
    /// <exception cref="Errors.DbMigrateException">Those of the resolver.</exception>
    public static IReadOnlyList<string> Purge(RevisionGraph graph, IReadOnlyList<string> revisions)
        => graph.AncestorsAndSelf(revisions.SelectMany(r => RevisionResolver.Resolve(graph, r)));

    private static IEnumerable<string> Related(RevisionGraph graph, IReadOnlyList<string> targets)
        => graph.AncestorsAndSelf(targets).Concat(graph.DescendantsAndSelf(targets));

    private static IEnumerable<string> OnBranch(RevisionGraph graph, RevisionExpression expression)
        => expression.Branch is null ? graph.Ordered.Select(r => r.Id) : graph.Lineage(RevisionResolver.FindBranch(graph, expression).Id);
}
