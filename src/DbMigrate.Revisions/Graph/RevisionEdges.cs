using System;
using System.Collections.Generic;

namespace DbMigrate.Revisions.Graph;

/// <summary>The edges between revisions as numbers: places in one list. Everything on it is linear and without recursion.</summary>
internal sealed class RevisionEdges
{
    private readonly int[][] _parents;
    private readonly int[][] _dependencies;
    private readonly int[][] _children;
    private readonly int[][] _dependents;

    public RevisionEdges(int[][] parents, int[][] dependencies)
    {
        _parents = parents;
        _dependencies = dependencies;
        _children = Inverse(parents);
        _dependents = Inverse(dependencies);
    }

    public int Count => _parents.Length;

    public IReadOnlyList<int> Parents(int node) => _parents[node];

    public IReadOnlyList<int> Dependencies(int node) => _dependencies[node];

    /// <summary>Who builds on a node, in file order.</summary>
    public IReadOnlyList<int> Children(int node) => _children[node];

    /// <summary>The nodes right below a node.</summary>
    public IEnumerable<int> Below(int node, bool dependencies)
        => dependencies && _dependencies[node].Length > 0 ? [.. _parents[node], .. _dependencies[node]] : _parents[node];

    /// <summary>Marks some nodes and all that lies above or below them.</summary>
    public bool[] Reach(IEnumerable<int> from, bool up, bool dependencies)
    {
        var reached = new bool[Count];
        var open = new Stack<int>(from);
        while (open.Count > 0)
        {
            var node = open.Pop();
            if (reached[node])
                continue;
            reached[node] = true;
            Push(open, up ? _children[node] : _parents[node]);
            if (dependencies)
                Push(open, up ? _dependents[node] : _dependencies[node]);
        }

        return reached;
    }

    /// <summary>The same edges after the nodes were moved to other places.</summary>
    /// <param name="order">The old place of each new one.</param>
    public RevisionEdges Reordered(IReadOnlyList<int> order)
    {
        var place = new int[Count];
        for (var i = 0; i < order.Count; i++)
            place[order[i]] = i;
        return new RevisionEdges(Moved(_parents), Moved(_dependencies));

        int[][] Moved(int[][] edges)
        {
            var moved = new int[Count][];
            for (var i = 0; i < Count; i++)
                moved[place[i]] = Array.ConvertAll(edges[i], e => place[e]);
            return moved;
        }
    }

    private static void Push(Stack<int> open, IEnumerable<int> nodes)
    {
        foreach (var node in nodes)
            open.Push(node);
    }

    private static int[][] Inverse(int[][] edges)
    {
        var counts = new int[edges.Length];
        foreach (var targets in edges)
        {
            foreach (var target in targets)
                counts[target]++;
        }

        var inverse = Array.ConvertAll(counts, count => count == 0 ? [] : new int[count]);
        for (var i = edges.Length - 1; i >= 0; i--)
        {
            foreach (var target in edges[i])
                inverse[target][--counts[target]] = i;
        }

        return inverse;
    }
}
