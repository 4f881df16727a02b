using System;
using System.Collections.Generic;
using System.Linq;

namespace DbMigrate.Revisions.Graph;

/// <summary>Finds what each label covers: its revision, all above it, and those below it down to the next branch or merge point.</summary>
internal static class BranchLabels
{
    /// <summary>The labels that cover each node, sorted.</summary>
    /// <param name="edges">Edges between places; parents come first.</param>
    /// <param name="own">The labels that each node carries itself.</param>
    public static IReadOnlyList<string>[] Cover(RevisionEdges edges, IReadOnlyList<string>[] own)
    {
        var covering = new IReadOnlyList<string>[edges.Count];
        for (var node = 0; node < covering.Length; node++)
            covering[node] = own[node].Count == 0 && edges.Parents(node) is [var parent] ? covering[parent] : Union([Sorted(own[node]), .. edges.Parents(node).Select(p => covering[p])]);

        for (var node = 0; node < covering.Length; node++)
        {
            if (own[node].Count > 0)
                CoverBelow(edges, own[node], node, covering);
        }

        return covering;
    }

    private static void CoverBelow(RevisionEdges edges, IReadOnlyList<string> labels, int node, IReadOnlyList<string>[] covering)
    {
        while (edges.Parents(node).Count == 1 && edges.Children(edges.Parents(node)[0]).Count == 1)
        {
            node = edges.Parents(node)[0];
            covering[node] = Union([covering[node], labels]);
        }
    }

    // Most nodes have the labels of their one parent; sharing the list keeps a long chain linear.
    private static IReadOnlyList<string> Union(IEnumerable<IReadOnlyList<string>> sets)
    {
        var some = sets.Where(s => s.Count > 0).Distinct().ToArray();
        return some.Length switch
        {
            0 => [],
            1 => some[0],
            _ => Sorted(some.SelectMany(s => s).Distinct(StringComparer.OrdinalIgnoreCase)),
        };
    }

    private static IReadOnlyList<string> Sorted(IEnumerable<string> labels) => [.. labels.OrderBy(l => l, StringComparer.OrdinalIgnoreCase)];
}
