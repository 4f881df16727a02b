using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Revisions.Graph;

/// <summary>Orders revisions: parents and dependencies first, a branch finished before the next, file order between equals.</summary>
internal sealed class TopologicalOrder
{
    private enum State : byte
    {
        New,
        Open,
        Done,
    }

    private readonly RevisionEdges _edges;
    private readonly Func<int, string> _id;
    private readonly State[] _states;
    private readonly List<int> _order;

    private TopologicalOrder(RevisionEdges edges, Func<int, string> id)
    {
        _edges = edges;
        _id = id;
        _states = new State[edges.Count];
        _order = new List<int>(edges.Count);
    }

    /// <summary>The nodes in order.</summary>
    /// <exception cref="DbMigrateException"><c>RevisionCycle</c>.</exception>
    public static IReadOnlyList<int> Of(RevisionEdges edges, Func<int, string> id)
    {
        var order = new TopologicalOrder(edges, id);
        var nodes = Enumerable.Range(0, edges.Count).ToArray();

        // The smallest cycle is named first, whatever larger one it is part of.
        foreach (var node in nodes.Where(n => edges.Below(n, dependencies: true).Contains(n)))
            throw order.Cycle([node]);

        // Starting from heads finishes a branch before the next. What no head leads to lies in or below a cycle.
        foreach (var node in nodes.Where(n => edges.Children(n).Count == 0).Concat(nodes))
            order.Visit(node);
        return order._order;
    }

    private void Visit(int start)
    {
        if (_states[start] == State.Done)
            return;

        var path = new Stack<(int Node, IEnumerator<int> Below)>();
        Enter(path, start);
        while (path.Count > 0)
        {
            var (node, below) = path.Peek();
            if (!below.MoveNext())
            {
                path.Pop();
                _states[node] = State.Done;
                _order.Add(node);
            }
            else if (_states[below.Current] == State.Open)
            {
                throw Cycle([.. path.Select(p => p.Node).TakeWhile(n => n != below.Current).Append(below.Current).Reverse()]);
            }
            else if (_states[below.Current] == State.New)
            {
                Enter(path, below.Current);
            }
        }
    }

    private void Enter(Stack<(int Node, IEnumerator<int> Below)> path, int node)
    {
        _states[node] = State.Open;
        path.Push((node, _edges.Below(node, dependencies: true).GetEnumerator()));
    }

    // Each member builds or depends on the next, the last on the first.
    private DbMigrateException Cycle(int[] members)
    {
        var byParents = !members.Where((node, i) => !_edges.Parents(node).Contains(members[(i + 1) % members.Length])).Any();
        var ids = string.Join(", ", members.Select(_id).OrderBy(i => i, StringComparer.Ordinal));
        var kind = (byParents, members.Length) switch
        {
            (true, 1) => "Self-loop",
            (false, 1) => "Dependency self-loop",
            (true, _) => "Cycle",
            (false, _) => "Dependency cycle",
        };
        return ErrorCatalogue.RevisionCycle.Error($"{kind} is detected in revisions ({ids}).", ids);
    }
}
