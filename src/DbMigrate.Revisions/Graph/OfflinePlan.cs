using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Revisions.Graph;

/// <summary>What leads from one place of the graph to another, without a database that says where it is.</summary>
/// <param name="Applied">What is applied at the start, parents first.</param>
/// <param name="Steps">What to apply or undo, in order.</param>
/// <param name="IsDown">Whether the steps are undone.</param>
public sealed record OfflinePlan(IReadOnlyList<string> Applied, IReadOnlyList<Revision> Steps, bool IsDown)
{
    /// <summary>Plans a range; steps at the end count from the start, steps back at the start from the end.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="range">One range <c>start:end</c>, either side a list or left out, or several with one start.</param>
    /// <param name="isDown">Which way it must go; null where the range itself says it.</param>
    /// <exception cref="DbMigrateException">Those of the resolver and of <see cref="RevisionPlanner"/>, and <c>RangeInvalid</c>.</exception>
    public static OfflinePlan Make(RevisionGraph graph, IReadOnlyList<string> range, bool? isDown = null)
    {
        var sides = RangeSides.Parse(range);
        var starts = Sided(sides.Starts, isDown == true ? "heads" : "base");
        var ends = Ends(graph, sides, isDown == true ? "base" : "heads");
        var applied = Start(graph, starts, ends);
        var goesDown = GoesDown(graph, applied, ends);
        if (isDown is null)
            return goesDown ? Down(graph, applied, ends) : Up(graph, applied, ends);
        if (isDown == true)
            return Down(graph, applied, ends);
        return goesDown && Down(graph, applied, ends).Steps.Count > 0
            ? throw ErrorCatalogue.RangeInvalid.Error($"The range {string.Join(",", range)} goes down: its end is below its start.", range[0], "Write the older revision first, or use Undo-DbMigration -AsSql or Export-DbMigrationScript.")
            : Up(graph, applied, ends);
    }

    /// <summary>Plans a stamp: what is applied at the start of a range and after stamping its ends, each parents first.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="range">As for <see cref="Make"/>.</param>
    /// <exception cref="DbMigrateException">Those of the resolver, and <c>RangeInvalid</c>.</exception>
    public static (IReadOnlyList<string> Before, IReadOnlyList<string> After) Stamp(RevisionGraph graph, IReadOnlyList<string> range)
    {
        var sides = RangeSides.Parse(range);
        var ends = Ends(graph, sides, "heads");
        var before = Start(graph, Sided(sides.Starts, "base"), ends);
        return (before, StampPlanner.Stamp(graph, before, ends));
    }

    private static IReadOnlyList<string> Sided(IReadOnlyList<string> side, string otherwise) => side.Count > 0 ? side : [otherwise];

    private static IReadOnlyList<string> Ends(RevisionGraph graph, RangeSides sides, string otherwise)
    {
        var ends = Sided(sides.Ends, otherwise);

        // The start would stand in for it, and what was meant is a database.
        foreach (var end in ends.Select(RevisionResolver.Parse).Where(e => e.Is("current")))
            _ = RevisionResolver.Resolve(graph, end, applied: null, clamp: false);
        return ends;
    }

    private static OfflinePlan Up(RevisionGraph graph, IReadOnlyList<string> applied, IReadOnlyList<string> ends)
        => new(applied, RevisionPlanner.Up(graph, applied, ends), IsDown: false);

    private static OfflinePlan Down(RevisionGraph graph, IReadOnlyList<string> applied, IReadOnlyList<string> ends)
    {
        var undone = new HashSet<string>(ends.SelectMany(end => RevisionPlanner.Down(graph, applied, end)).Select(r => r.Id), StringComparer.OrdinalIgnoreCase);
        return new(applied, [.. graph.Ordered.Where(r => undone.Contains(r.Id)).Reverse()], IsDown: true);
    }

    private static IReadOnlyList<string> Start(RevisionGraph graph, IReadOnlyList<string> starts, IReadOnlyList<string> ends)
        => graph.AncestorsAndSelf(starts.Select(RevisionResolver.Parse).SelectMany(start => start is { Symbol: null, Branch: null, Steps: < 0 }
            ? RevisionRange.Walked(graph, start, [.. ends.SelectMany(end => RevisionResolver.Resolve(graph, end))])
            : RevisionResolver.Resolve(graph, start, applied: null, clamp: false)));

    private static bool GoesDown(RevisionGraph graph, IReadOnlyList<string> applied, IReadOnlyList<string> ends)
    {
        if (ends.Select(RevisionResolver.Parse).FirstOrDefault(e => e.IsRelativeToCurrent) is { } relative)
            return relative.Steps < 0;
        var known = new HashSet<string>(applied, StringComparer.OrdinalIgnoreCase);
        return known.Count > 0 && ends.SelectMany(end => RevisionResolver.Resolve(graph, end)).All(known.Contains);
    }
}
