using System;
using System.Collections.Generic;

namespace DbMigrate.Engine.Diff;

/// <summary>Puts things behind those that they need.</summary>
internal static class TopologicalSort
{
    /// <summary>The items, each behind those that it needs, else as they come. In a circle one of them stands before what it needs.</summary>
    /// <param name="items">The items.</param>
    /// <param name="needs">What an item needs; what is not among the items is left out.</param>
    /// <param name="comparer">What makes two of them the same.</param>
    public static List<T> Sort<T>(IReadOnlyCollection<T> items, Func<T, IEnumerable<T>> needs, IEqualityComparer<T>? comparer = null)
    {
        var (sorted, waiting) = (new List<T>(items.Count), new HashSet<T>(items, comparer));
        var open = new Stack<(T Item, IEnumerator<T> Needed)>();
        foreach (var root in items)
        {
            Enter(root);
            while (open.TryPeek(out var top))
            {
                if (top.Needed.MoveNext())
                    Enter(top.Needed.Current);
                else
                    sorted.Add(open.Pop().Item);
            }
        }

        return sorted;

        void Enter(T item)
        {
            if (waiting.Remove(item))
                open.Push((item, needs(item).GetEnumerator()));
        }
    }
}
