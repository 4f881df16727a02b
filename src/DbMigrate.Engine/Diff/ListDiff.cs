using System;
using System.Collections.Generic;
using System.Linq;

namespace DbMigrate.Engine.Diff;

/// <summary>What goes from a list of things and what comes.</summary>
/// <typeparam name="T">Keys, indexes, checks.</typeparam>
/// <param name="Dropped">As they were before.</param>
/// <param name="Added">As they are after.</param>
internal sealed record ListDiff<T>(IReadOnlyList<T> Dropped, IReadOnlyList<T> Added)
    where T : class
{
    /// <summary>Compares two lists without regard to their order.</summary>
    /// <param name="before">The things before.</param>
    /// <param name="after">The things after.</param>
    /// <param name="follow">A thing as the renames leave it, or null where it cannot stay.</param>
    /// <param name="same">Whether a thing that was followed is the one after.</param>
    public static ListDiff<T> Of(IEnumerable<T> before, IEnumerable<T> after, Func<T, T?> follow, Func<T, T, bool> same)
    {
        var added = after.ToList();
        var dropped = new List<T>();
        foreach (var item in before)
        {
            var at = follow(item) is { } followed ? added.FindIndex(a => same(followed, a)) : -1;
            if (at < 0)
                dropped.Add(item);
            else
                added.RemoveAt(at);
        }

        return new(dropped, added);
    }

    /// <summary>Whether two names are the same; a database may keep none.</summary>
    public static bool SameName(string left, string right) => left.Length == 0 || right.Length == 0 || left == right;
}
