using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Revisions.Graph;

/// <summary>Turns a destination into an ordered list of revisions to apply or undo.</summary>
public static class RevisionPlanner
{
    /// <summary>What to apply so that the destinations and all below them are applied, in order.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="applied">Applied ids.</param>
    /// <param name="revisions">Destinations in the grammar of <see cref="RevisionResolver"/>, <c>+N</c> included.</param>
    /// <exception cref="DbMigrateException">Those of the resolver, and <c>RevisionNotReachable</c>, <c>HistoryUnknownRevision</c>.</exception>
    public static IReadOnlyList<Revision> Up(RevisionGraph graph, IReadOnlyCollection<string> applied, IReadOnlyList<string> revisions)
    {
        var done = Known(graph, applied);
        var targets = revisions.SelectMany(text => UpTargets(graph, text, done)).ToArray();
        return [.. graph.AncestorsAndSelf(targets).Where(id => !done.Contains(id)).Select(id => graph.Find(id)!)];
    }

    /// <summary>What to undo, in order, so that the destination is the highest applied revision of its line; <c>-N</c> and <c>base</c> included.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="applied">Applied ids.</param>
    /// <param name="revision">The destination, which stays applied.</param>
    /// <exception cref="DbMigrateException">Those of the resolver, and <c>RevisionNotReachable</c>, <c>HistoryUnknownRevision</c>.</exception>
    public static IReadOnlyList<Revision> Down(RevisionGraph graph, IReadOnlyCollection<string> applied, string revision)
    {
        var done = Known(graph, applied);
        var first = DownRoots.Find(graph, done, RevisionResolver.Parse(revision));
        return [.. graph.DescendantsAndSelf(first).Where(done.Contains).Select(id => graph.Find(id)!).Reverse()];
    }

    /// <summary>
    /// What <see cref="Down"/> would undo beyond the line that the destination names: revisions of sibling branches
    /// above a shared one, and those of other lines that depend on it. Undoing everything names no line.
    /// </summary>
    /// <param name="graph">The graph.</param>
    /// <param name="applied">Applied ids.</param>
    /// <param name="revision">The destination.</param>
    /// <exception cref="DbMigrateException">Those of <see cref="Down"/>.</exception>
    public static IReadOnlyList<Revision> Siblings(RevisionGraph graph, IReadOnlyCollection<string> applied, string revision)
    {
        var plan = Down(graph, applied, revision);
        if (plan.Count == 0 || DownRoots.Line(graph, Known(graph, applied), RevisionResolver.Parse(revision)) is not { } line)
            return [];
        return [.. plan.Where(r => !line.Contains(r.Id))];
    }

    /// <summary>
    /// What <see cref="Up"/> would apply beyond the lines that the destinations name: revisions of other branches that
    /// they depend on. <c>heads</c> names every line.
    /// </summary>
    /// <param name="graph">The graph.</param>
    /// <param name="applied">Applied ids.</param>
    /// <param name="revisions">The destinations.</param>
    /// <exception cref="DbMigrateException">Those of <see cref="Up"/>.</exception>
    public static IReadOnlyList<Revision> SiblingsAbove(RevisionGraph graph, IReadOnlyCollection<string> applied, IReadOnlyList<string> revisions)
    {
        var done = Known(graph, applied);
        var named = revisions.SelectMany(text => RevisionResolver.Parse(text) is { Branch: null, Steps: null } all && all.Is("heads") ? graph.Heads : UpTargets(graph, text, done));
        var lines = new HashSet<string>(graph.AncestorsAndSelf(named, dependencies: false), StringComparer.OrdinalIgnoreCase);
        return [.. Up(graph, applied, revisions).Where(r => !lines.Contains(r.Id))];
    }

    private static IReadOnlyList<string> UpTargets(RevisionGraph graph, string text, HashSet<string> done)
    {
        var expression = RevisionResolver.Parse(text);
        if (expression is { IsRelativeToCurrent: true, Steps: < 0 })
            throw ErrorCatalogue.RevisionNotReachable.Error(
                $"Relative revision {text} didn't produce {-expression.Steps} migrations: it lies behind where the database is.", text, "Undo-DbMigration goes back.");
        return RevisionResolver.Resolve(graph, expression, done, clamp: false);
    }

    /// <summary>The applied ids as the scripts spell them.</summary>
    internal static HashSet<string> Known(RevisionGraph graph, IReadOnlyCollection<string> applied)
    {
        string[] unknown = [.. applied.Where(id => graph.Find(id) is null)];
        return unknown.Length == 0
            ? new HashSet<string>(applied, StringComparer.OrdinalIgnoreCase)
            : throw ErrorCatalogue.HistoryUnknownRevision.Error($"Can't locate revision identified by {string.Join(", ", unknown.Select(u => $"'{u}'"))}: the database's history names it, but no script has it.", unknown[0]);
    }
}
