using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Merge;

/// <summary>Whether lines of revisions lead to the same schema whichever comes first.</summary>
internal sealed class OrderCheck(Fork fork, IMergeTrial trial)
{
    /// <summary>What stands against it.</summary>
    /// <exception cref="TrialUndecidedException">A line fails by itself, and after the others too.</exception>
    public IReadOnlyList<MergeConflict> Find()
    {
        var runs = fork.Orders.Select(o => (Order: o, Result: trial.Run(Fork.Steps(o)))).ToList();
        var failed = runs.Where(r => r.Result.State is null).ToList();
        if (failed.Count == 0)
            return Differences(runs[0], runs.Skip(1));

        var alone = fork.Sides.ToDictionary(s => s, s => trial.Run(s.Steps));
        if (failed.Count == runs.Count && alone.Values.FirstOrDefault(r => r.State is null) is { } broken)
            throw new TrialUndecidedException(broken);
        return
        [
            .. failed.Select(run => alone[run.Order[0]].State is null ? Dependency(run) : Failure(run)).DistinctBy(c => (c.Object, c.Changes[0].Text)),
        ];
    }

    private static MergeConflict Dependency((IReadOnlyList<MergeSide> Order, TrialResult Result) run)
        => new(ConflictKind.DependencyMissing, $"revision {run.Result.Failed!.Id}",
            [new(run.Result.Failed, $"works only after {string.Join(" or ", run.Order.Skip(1).Select(s => s.Head))}, which its 'Depends on' does not say: {run.Result.Error}")]);

    private static MergeConflict Failure((IReadOnlyList<MergeSide> Order, TrialResult Result) run)
        => new(ConflictKind.OrderMatters, $"revision {run.Result.Failed!.Id}",
            [new(run.Result.Failed, $"fails in the order {Names(run.Order)}: {run.Result.Error}")]);

    private static IReadOnlyList<MergeConflict> Differences(
        (IReadOnlyList<MergeSide> Order, TrialResult Result) first, IEnumerable<(IReadOnlyList<MergeSide> Order, TrialResult Result)> others)
        =>
        [
            .. from other in others
               from difference in SchemaComparer.Compare(first.Result.State!, other.Result.State!, seeds: true)
               group (other.Order, difference) by difference.Object into found
               let one = found.First()
               select new MergeConflict(ConflictKind.OrderMatters, found.Key,
                   [Leads(first.Order, one.difference.Expected), Leads(one.Order, one.difference.Actual)]),
        ];

    private static MergeChange Leads(IReadOnlyList<MergeSide> order, string text)
        => new(Fork.Steps(order)[^1], $"in the order {Names(order)} leads to {(text.Length == 0 ? "nothing" : text)}");

    private static string Names(IEnumerable<MergeSide> order) => string.Join(", ", order.Select(s => s.Head));
}
