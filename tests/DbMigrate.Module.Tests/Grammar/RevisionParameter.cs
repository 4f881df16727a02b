using System;
using System.Linq;
using System.Text.RegularExpressions;
using DbMigrate.Module.Tests.Hosting;

namespace DbMigrate.Module.Tests.Grammar;

/// <summary>A parameter that takes revisions.</summary>
/// <param name="Cmdlet">The cmdlet.</param>
/// <param name="Name">The parameter.</param>
/// <param name="Column">Its column in the table.</param>
/// <param name="Command">The cmdlet with what it needs besides.</param>
/// <param name="Result">The ids that came out.</param>
internal sealed record RevisionParameter(string Cmdlet, string Name, string Column, string Command, Func<Outcome, string> Result)
{
    /// <summary>A pattern that finds the id in the message of an error that is only about its number; null for none.</summary>
    public string? Refusal { get; init; }

    /// <summary>The ids that came out, or the name of the error.</summary>
    public string Read(Outcome outcome) => outcome.Error is { } error
        ? Refusal is not null && Regex.Match(error.ToString(), Refusal) is { Success: true } found ? found.Groups[1].Value : error.FullyQualifiedErrorId.Split(',')[0].Replace("DbMigrate.", "", StringComparison.Ordinal)
        : Result(outcome).Replace(",", "", StringComparison.Ordinal);

    /// <summary>The revisions that were returned.</summary>
    public static string Returned(Outcome outcome) => string.Join(" ", outcome.All<string>("Revision"));

    /// <summary>What a pattern finds in the text that was shown.</summary>
    public static Func<Outcome, string> Shown(string pattern) => outcome => Find(outcome.HostText, pattern);

    /// <summary>What a pattern finds among the verbose lines.</summary>
    public static Func<Outcome, string> Compared(string pattern) => outcome => Find(string.Join("\n", outcome.Verbose), pattern);

    /// <summary>The revisions of a script that was returned, the newest first.</summary>
    public static string Scripted(Outcome outcome)
        => string.Join(" ", Find(outcome.Single().ToString()!, "^-- Apply (\\w+)").Split(' ').Reverse());

    /// <summary>Where a stamp would be; where there is nothing to stamp, that comes back as the status.</summary>
    public static string Stamped(Outcome outcome) => outcome.Output.Count == 0
        ? Find(outcome.HostText, "as being at (.*?), (?:no longer|recording)")
        : string.Join(" ", outcome.Single<string[]>("Current"));

    private static string Find(string text, string pattern) => string.Join(" ", Regex.Matches(text, pattern, RegexOptions.Multiline).Select(m => m.Groups[1].Value));
}
