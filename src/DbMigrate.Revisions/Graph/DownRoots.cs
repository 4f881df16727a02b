using System.Collections.Generic;
using System.Linq;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Revisions.Graph;

/// <summary>Finds the lowest revisions to undo; whatever builds or depends on them goes with them.</summary>
internal static class DownRoots
{
    public static IReadOnlyList<string> Find(RevisionGraph graph, HashSet<string> applied, RevisionExpression expression)
    {
        var branch = expression.Branch is null ? null : RevisionResolver.FindBranch(graph, expression);
        if (expression is { IsRelativeToCurrent: true, Steps: { } steps })
            return [ByCount(graph, applied, expression, steps, branch)];

        var targets = RevisionResolver.Resolve(graph, expression, applied, clamp: false);
        return targets.Count switch
        {
            0 => OnBranch(graph, expression, branch, [.. graph.Bases.Where(applied.Contains)]),
            1 => AboveTarget(graph, applied, expression, targets[0], branch),
            _ => throw ResolutionErrors.Ambiguous(graph, expression.Text, targets),
        };
    }

    /// <summary>The line that a destination names: its branch's, else that from where steps count, else its own; null for the base.</summary>
    public static HashSet<string>? Line(RevisionGraph graph, HashSet<string> applied, RevisionExpression expression)
    {
        var id = expression.Branch is not null ? RevisionResolver.FindBranch(graph, expression).Id
            : expression.IsRelativeToCurrent ? CurrentPlace.Start(graph, expression, branch: null, applied)
            : RevisionResolver.Resolve(graph, expression, applied, clamp: false).FirstOrDefault();
        return id is null ? null : graph.Lineage(id);
    }

    // The last of N revisions to undo is found by N-1 steps; so undoing a merge asks for no choice between its parents.
    private static string ByCount(RevisionGraph graph, HashSet<string> applied, RevisionExpression expression, int steps, Revision? branch)
    {
        if (steps >= 0)
            throw ResolutionErrors.TooFar(expression, "undoing goes back");

        var start = CurrentPlace.Start(graph, expression, branch, applied);
        return RevisionWalk.Walk(graph, expression, start, steps + 1, branch, clamp: false)
            ?? throw ResolutionErrors.TooFar(expression, $"from {start} there are fewer");
    }

    private static IReadOnlyList<string> AboveTarget(RevisionGraph graph, HashSet<string> applied, RevisionExpression expression, string target, Revision? branch)
        => applied.Contains(target)
            ? OnBranch(graph, expression, branch, [.. graph.Find(target)!.Children.Where(applied.Contains)])
            : throw NotValid(expression, $"{target} is not applied");

    private static IReadOnlyList<string> OnBranch(RevisionGraph graph, RevisionExpression expression, Revision? branch, IReadOnlyList<string> roots)
    {
        if (branch is null || roots.Count == 0)
            return roots;

        var line = graph.Lineage(branch.Id);
        string[] onLine = [.. roots.Where(line.Contains)];
        return onLine.Length > 0 ? onLine : throw NotValid(expression, $"nothing of branch '{expression.Branch}' is applied above it");
    }

    private static DbMigrateException NotValid(RevisionExpression expression, string reason)
        => ErrorCatalogue.RevisionNotReachable.Error($"Destination {expression.Text} is not a valid downgrade target from current head(s): {reason}.", expression.Text);
}
