using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Revisions.Graph;

/// <summary>Walks up or down the graph by parents.</summary>
internal static class RevisionWalk
{
    /// <summary>Where some steps lead.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="expression">What the user wrote, for messages.</param>
    /// <param name="start">The id to start from; null for the base.</param>
    /// <param name="steps">Up where positive, down where negative.</param>
    /// <param name="branch">Chooses between children; null for no preference.</param>
    /// <param name="clamp">Whether to stop at the end of the graph instead of failing.</param>
    /// <returns>An id; null for the base.</returns>
    public static string? Walk(RevisionGraph graph, RevisionExpression expression, string? start, int steps, Revision? branch, bool clamp)
    {
        var line = branch is null || steps < 0 ? null : graph.Lineage(branch.Id);
        var place = start;
        for (var done = 0; done < Math.Abs(steps); done++)
        {
            var next = steps > 0 ? Above(graph, place, line) : Below(graph, place);
            if (next is null)
                return clamp ? place : throw ResolutionErrors.TooFar(expression, $"from {start ?? "base"} there are {done}");
            if (next.Count > 1)
                throw ErrorCatalogue.RevisionAmbiguous.Error($"Ambiguous walk in '{expression.Text}': from {place ?? "base"} it could go to {ResolutionErrors.List(graph, next)}.", expression.Text);
            place = next.Count == 0 ? null : next[0];
        }

        return place;
    }

    private static IReadOnlyList<string>? Above(RevisionGraph graph, string? place, HashSet<string>? line)
    {
        var above = place is null ? graph.Bases : graph.Find(place)!.Children;
        if (line is not null)
            above = [.. above.Where(line.Contains)];
        return above.Count == 0 ? null : above;
    }

    /// <summary>The parents; empty where the base comes next, null where there is nothing below.</summary>
    private static IReadOnlyList<string>? Below(RevisionGraph graph, string? place) => place is null ? null : graph.Find(place)!.Parents;
}
