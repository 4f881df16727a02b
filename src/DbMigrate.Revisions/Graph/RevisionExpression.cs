using System;
using System.Globalization;
using System.Text.RegularExpressions;

namespace DbMigrate.Revisions.Graph;

/// <summary>What a user wrote, taken apart: <c>[branch@][symbol][±steps]</c>.</summary>
/// <param name="Text">The whole.</param>
/// <param name="Branch">The label or id before <c>@</c>; null for none.</param>
/// <param name="Symbol">The id, prefix, label or symbol; null for none.</param>
/// <param name="Steps">How far to walk from there; null where there is no walk.</param>
internal sealed record RevisionExpression(string Text, string? Branch, string? Symbol, int? Steps)
{
    private static readonly Regex Grammar = new(@"^(?:(?<branch>\w+)@)?(?:(?<symbol>\w+)(?<steps>[+-][0-9]{1,9})?|(?<steps>[+-][0-9]{1,9}))$", RegexOptions.CultureInvariant);

    /// <summary>Whether the walk begins where the database is.</summary>
    public bool IsRelativeToCurrent => Steps is not null && (Symbol is null || Is("current"));

    public bool Is(string symbol) => string.Equals(Symbol, symbol, StringComparison.OrdinalIgnoreCase);

    /// <summary>Takes a text apart; null where it does not follow the grammar.</summary>
    public static RevisionExpression? Parse(string text)
    {
        var match = Grammar.Match(text.Trim());
        return match.Success
            ? new(text, Group("branch"), Group("symbol"), Group("steps") is { } steps ? int.Parse(steps, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : null)
            : null;

        string? Group(string name) => match.Groups[name].Success ? match.Groups[name].Value : null;
    }
}
