using System;
using System.Collections.Generic;
using System.Linq;

namespace DbMigrate.Engine.Diff;

/// <summary>Puts renames into an order in which each new name is free, by way of a passing name where they go round in a circle.</summary>
internal static class RenameSteps
{
    /// <summary>The steps.</summary>
    /// <param name="map">New names by old names.</param>
    /// <param name="order">All old names, in the order to keep where nothing else matters.</param>
    /// <param name="passing">Makes a name that nothing has.</param>
    public static IReadOnlyList<(T From, T To)> Of<T>(IReadOnlyDictionary<T, T> map, IEnumerable<T> order, Func<T, T> passing)
        where T : notnull
    {
        var open = order.Where(n => map.TryGetValue(n, out var to) && !to.Equals(n)).Select(n => (From: n, To: map[n])).ToList();
        var steps = new List<(T From, T To)>();
        while (open.Count > 0)
        {
            var next = open.FindIndex(r => !open.Any(o => !o.From.Equals(r.From) && Same(o.From, r.To)));
            if (next >= 0)
            {
                steps.Add(open[next]);
                open.RemoveAt(next);
                continue;
            }

            var between = passing(open[0].From);
            steps.Add((open[0].From, between));
            open[0] = (between, open[0].To);
        }

        return steps;
    }

    // Some databases do not tell names apart by case.
    private static bool Same<T>(T left, T right) => string.Equals(left?.ToString(), right?.ToString(), StringComparison.OrdinalIgnoreCase);
}
