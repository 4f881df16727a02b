using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Revisions.Graph;

/// <summary>
/// What a range says: <c>start:end</c>, where both sides may be lists (<c>a,b:c</c>) or left out. PowerShell takes a list
/// apart at its commas before we see it.
/// </summary>
/// <param name="Starts">Where it starts; empty where that was left out.</param>
/// <param name="Ends">Where it ends; empty where that was left out.</param>
internal sealed record RangeSides(IReadOnlyList<string> Starts, IReadOnlyList<string> Ends)
{
    /// <summary>Reads one range, whole or taken apart at its commas, or several with one start and an end each.</summary>
    /// <exception cref="DbMigrateException"><c>RangeInvalid</c>.</exception>
    public static RangeSides Parse(IReadOnlyList<string> texts)
    {
        var ranges = texts.Where(t => t.IndexOf(':') >= 0).ToArray();
        if (ranges.Length == 1 || texts.Count <= 1)
            return Split(string.Join(",", texts));
        if (ranges.Length < texts.Count)
            throw Invalid(string.Join(", ", texts));

        RangeSides[] sides = [.. texts.Select(Split)];
        if (sides.Any(s => !s.Starts.SequenceEqual(sides[0].Starts, StringComparer.OrdinalIgnoreCase)))
            throw ErrorCatalogue.RangeInvalid.Error($"A script has one start, and the ranges {string.Join(", ", texts)} start at different places.", texts[0]);
        return sides[0] with { Ends = [.. sides.SelectMany(s => s.Ends)] };
    }

    private static RangeSides Split(string text)
        => text.Split(':') is [var start, var end] ? new(List(start), List(end)) : throw Invalid(text);

    private static IReadOnlyList<string> List(string side) => [.. side.Split(',').Select(s => s.Trim()).Where(s => s.Length > 0)];

    private static DbMigrateException Invalid(string text)
        => ErrorCatalogue.RangeInvalid.Error($"A range requires [start]:[end], [start]:, or :[end], but is '{text}'.", text);
}
