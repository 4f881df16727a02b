using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace DbMigrate.Completion;

/// <summary>Turns values into completions for the word that the user has begun.</summary>
internal static class ArgumentWords
{
    public static IEnumerable<CompletionResult> Matching(string word, IEnumerable<(string Value, string ToolTip)> candidates)
    {
        var start = (word ?? "").Trim('\'', '"');
        return candidates
            .Where(c => c.Value.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            .Select(c => new CompletionResult(Quote(c.Value), c.Value, CompletionResultType.ParameterValue, c.ToolTip.Length == 0 ? c.Value : c.ToolTip));
    }

    private static string Quote(string value)
        => value.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.') ? value : $"'{CodeGeneration.EscapeSingleQuotedStringContent(value)}'";
}
