using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace DbMigrate.Completion;

/// <summary>Turns values into completions for the word that the user has begun.</summary>
internal static class ArgumentWords
{
    public static IEnumerable<CompletionResult> Matching(string word, IEnumerable<(string Value, string ToolTip)> candidates)
        => Matching(word, candidates.Select(c => new Candidate(c.Value, c.ToolTip, "")));

    /// <summary>The candidates that begin with the word, then those whose other texts contain it.</summary>
    /// <param name="word">What stands on the line, perhaps in quotes.</param>
    /// <param name="candidates">What could stand there.</param>
    /// <param name="before">What stands before the part that is completed.</param>
    /// <param name="after">What follows it.</param>
    public static IEnumerable<CompletionResult> Matching(string word, IEnumerable<Candidate> candidates, string before = "", string after = "")
    {
        var start = Unquoted(word);
        var all = candidates.ToList();
        return all.Where(c => c.BeginsWith(start)).Concat(all.Where(c => !c.BeginsWith(start) && c.Contains(start)))
            .Select(c => new CompletionResult(Quote(before + c.Value + after), c.Value, CompletionResultType.ParameterValue, c.ToolTip.Length == 0 ? c.Value : c.ToolTip));
    }

    public static string Unquoted(string? word) => (word ?? "").Trim('\'', '"');

    // These need no quotes inside a word; at its start '@' and ':' mean something else.
    private static string Quote(string value)
        => value.Length > 0 && value[0] is not ('@' or ':') && value.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.' or '@' or ':' or '/')
            ? value
            : $"'{CodeGeneration.EscapeSingleQuotedStringContent(value)}'";
}
