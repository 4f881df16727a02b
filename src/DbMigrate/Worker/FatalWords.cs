using System;
using System.Linq;
using System.Text.RegularExpressions;

namespace DbMigrate.Worker;

/// <summary>
/// What the runtime itself says of a crash: the kind of it, types of exceptions and frames. Nobody knows the secrets of an app
/// that has ended, so that its own words, messages of exceptions too, are left out.
/// </summary>
internal static class FatalWords
{
    private const string Note = "What the app itself said is not shown, because it may hold secrets: run the app to see it.";

    private static readonly Regex Shape = new(
        """
        ^(?:Process\ terminated\.
        | (?:Fatal\ error\.|Unhandled\ exception\.)(?:\ [\w.+`]+(?=:|$))?
        | \ --->\ [\w.+`]+
        | (?:Stack\ overflow|Out\ of\ memory)\.$
        | \s+at\ [\w.<>`+$|\[\],&*\ ]+\(.*\).*)
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant);

    /// <summary>The runtime's part of the end of a worker's output.</summary>
    public static string Of(string words)
    {
        var lines = words.Split(['\n'], StringSplitOptions.RemoveEmptyEntries);
        var shown = lines.Select(l => Shape.Match(l).Value).ToList();
        return string.Join("\n", shown.Where(l => l.Length > 0).Concat(shown.SequenceEqual(lines) ? [] : [Note]));
    }
}
