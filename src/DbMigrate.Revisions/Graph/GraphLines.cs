using System;
using System.Collections.Generic;
using System.Linq;

namespace DbMigrate.Revisions.Graph;

/// <summary>Lines that go from the columns of one row to those of the next, at most one column further with each line of text.</summary>
internal sealed class GraphLines
{
    private readonly List<(int From, int To)> _edges = [];

    public void Add(int from, int to) => _edges.Add((from, to));

    /// <summary>The lines of text; none where every line goes straight down.</summary>
    public IReadOnlyList<string> Draw()
    {
        var lines = new List<string>();
        var edges = _edges;
        while (edges.Exists(e => e.From != e.To))
        {
            lines.Add(Line(edges));
            edges = [.. edges.Select(e => (e.From + Math.Sign(e.To - e.From), e.To)).Distinct()];
        }

        return lines;
    }

    // A column takes two characters: one for itself and one for the way to the next.
    private static string Line(List<(int From, int To)> edges)
    {
        var line = new char[(2 * edges.Max(e => Math.Max(e.From, e.To))) + 1];
        for (var i = 0; i < line.Length; i++)
            line[i] = ' ';
        foreach (var (from, to) in edges)
            line[(2 * from) + Math.Sign(to - from)] = to == from ? '|' : to < from ? '/' : '\\';
        return new string(line).TrimEnd();
    }
}
