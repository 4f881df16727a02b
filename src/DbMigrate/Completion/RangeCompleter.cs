using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace DbMigrate.Completion;

/// <summary>Completes both sides of a range; the first one together with its colon.</summary>
public sealed class RangeCompleter : IArgumentCompleter
{
    /// <inheritdoc />
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var word = ArgumentWords.Unquoted(wordToComplete);
        var candidates = RevisionCandidates.Of(fakeBoundParameters);
        var colon = word.IndexOf(':') + 1;
        return colon == 0
            ? [.. ArgumentWords.Matching(word, candidates, after: ":")]
            : [.. ArgumentWords.Matching(word.Substring(colon), candidates, before: word.Substring(0, colon))];
    }
}
