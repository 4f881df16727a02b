using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Revisions.Graph;

/// <summary>Ranges of revisions: <c>start:end</c>, where either side may be left out and follows the grammar of <see cref="RevisionResolver"/>.</summary>
public static class RevisionRange
{
    /// <summary>Takes a range apart; the base and all heads stand in for what is left out.</summary>
    /// <param name="text">What the user wrote.</param>
    /// <exception cref="DbMigrateException"><c>RangeInvalid</c>.</exception>
    public static (string Start, string End) Split(string text)
    {
        var sides = text.Split(':');
        if (sides.Length != 2)
            throw ErrorCatalogue.RangeInvalid.Error($"A range requires [start]:[end], [start]:, or :[end], but is '{text}'.", text, "Write a range as start:end.");
        return (Side(sides[0], "base"), Side(sides[1], "heads"));
    }

    /// <summary>
    /// The revisions from start to end, both included, newest first. <c>-N</c> as a start counts back from the end,
    /// <c>+N</c> as an end counts up from the start.
    /// </summary>
    /// <param name="graph">The graph.</param>
    /// <param name="text">The range.</param>
    /// <param name="applied">The applied ids, for <c>current</c>; null where no database is at hand.</param>
    /// <exception cref="DbMigrateException">Those of the resolver, <c>RangeInvalid</c>, and <c>RevisionNotReachable</c> where the start is not below the end.</exception>
    public static IReadOnlyList<Revision> Resolve(RevisionGraph graph, string text, IReadOnlyCollection<string>? applied = null)
    {
        var (startText, endText) = Split(text);
        var start = RevisionResolver.Parse(startText);
        var end = RevisionResolver.Parse(endText);
        if (start is { Symbol: null, Steps: < 0 } && end is { Symbol: null, Steps: > 0 })
            throw ErrorCatalogue.RangeInvalid.Error($"Both sides of '{text}' count from each other.", text, "Name one side.");

        var upper = end is { Symbol: null, Branch: null, Steps: > 0 }
            ? Walked(graph, end, RevisionResolver.Resolve(graph, start, applied, clamp: false))
            : RevisionResolver.Resolve(graph, end, applied, clamp: false);
        var lower = start is { Symbol: null, Branch: null, Steps: < 0 }
            ? Walked(graph, start, upper)
            : RevisionResolver.Resolve(graph, start, applied, clamp: false);
        return Between(graph, start, lower, end, upper);
    }

    /// <summary>Whether a side counts from <c>current</c>, so that only a database can answer it.</summary>
    /// <param name="text">What the user wrote, well formed or not.</param>
    public static bool NamesCurrent(string text) => text.Split(':').Any(RevisionResolver.NamesCurrent);

    private static string Side(string text, string otherwise) => text.Trim().Length == 0 ? otherwise : text.Trim();

    // Counting further than there are revisions ends at the first or last one.
    internal static IReadOnlyList<string> Walked(RevisionGraph graph, RevisionExpression expression, IReadOnlyList<string> from)
    {
        if (from.Count > 1)
            throw ResolutionErrors.Ambiguous(graph, expression.Text, from);
        return RevisionWalk.Walk(graph, expression, from.FirstOrDefault(), expression.Steps.GetValueOrDefault(), branch: null, clamp: true) is { } id ? [id] : [];
    }

    private static IReadOnlyList<Revision> Between(RevisionGraph graph, RevisionExpression start, IReadOnlyList<string> lower, RevisionExpression end, IReadOnlyList<string> upper)
    {
        var roots = lower.Count > 0 ? lower : Bases(graph, start);
        var below = new HashSet<string>(graph.AncestorsAndSelf(upper), StringComparer.OrdinalIgnoreCase);
        Revision[] range = [.. graph.DescendantsAndSelf(roots).Where(below.Contains).Select(id => graph.Find(id)!).Reverse()];
        if (range.Length == 0 && lower.Count > 0)
            throw ErrorCatalogue.RevisionNotReachable.Error($"Revision {lower[0]} is not an ancestor of revision {(upper.Count == 0 ? "base" : upper[0])}.", $"{start.Text}:{end.Text}", "Write the older revision first.");
        return range;
    }

    private static IReadOnlyList<string> Bases(RevisionGraph graph, RevisionExpression start)
    {
        if (start.Branch is null)
            return graph.Bases;
        var line = graph.Lineage(RevisionResolver.FindBranch(graph, start).Id);
        return [.. graph.Bases.Where(line.Contains)];
    }
}
