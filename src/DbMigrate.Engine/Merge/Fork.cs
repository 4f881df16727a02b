using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Revisions.Graph;

namespace DbMigrate.Engine.Merge;

/// <summary>What lines of revisions have in common, and what each goes on with.</summary>
/// <param name="Common">The revisions below all the lines, parents first.</param>
/// <param name="Sides">The lines.</param>
internal sealed record Fork(IReadOnlyList<MergeStep> Common, IReadOnlyList<MergeSide> Sides)
{
    // Each more multiplies the orders; from here on each line is at least once before and after each other one.
    private const int MostPermuted = 3;

    /// <summary>Takes the lines that end in some revisions apart. Dependencies count as being below.</summary>
    public static Fork Of(RevisionGraph graph, IReadOnlyList<string> heads, Func<Revision, MergeStep> step)
    {
        var lines = heads.Select(h => graph.AncestorsAndSelf([h])).ToList();
        var common = lines.Skip(1).Aggregate(lines[0].AsEnumerable(), (all, line) => all.Intersect(line)).ToHashSet();
        IReadOnlyList<MergeStep> Steps(IEnumerable<string> ids) => [.. ids.Select(id => step(graph.Find(id)!))];
        return new(
            Steps(lines[0].Where(common.Contains)),
            [.. heads.Zip(lines, (head, line) => new MergeSide(head, Steps(line.Where(id => !common.Contains(id)))))]);
    }

    /// <summary>The orders in which databases may meet the lines.</summary>
    public IEnumerable<IReadOnlyList<MergeSide>> Orders => Sides.Count <= MostPermuted ? Permutations(Sides) : Rotations(Sides).Concat(Rotations([.. Sides.Reverse()]));

    /// <summary>The revisions of lines one after the other; two lines may share some.</summary>
    public static IReadOnlyList<MergeStep> Steps(IEnumerable<MergeSide> order) => [.. order.SelectMany(s => s.Steps).DistinctBy(s => s.Id)];

    private static IEnumerable<IReadOnlyList<MergeSide>> Permutations(IReadOnlyList<MergeSide> sides)
        => sides.Count == 1
            ? [sides]
            : sides.SelectMany(first => Permutations([.. sides.Where(s => s != first)]).Select(rest => (IReadOnlyList<MergeSide>)[first, .. rest]));

    private static IEnumerable<IReadOnlyList<MergeSide>> Rotations(IReadOnlyList<MergeSide> sides)
        => Enumerable.Range(0, sides.Count).Select(i => (IReadOnlyList<MergeSide>)[.. sides.Skip(i), .. sides.Take(i)]);
}
