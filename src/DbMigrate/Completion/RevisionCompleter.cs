using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace DbMigrate.Completion;

/// <summary>Offers the revisions of the folder with their messages, its labels, and the symbols; never starts a worker.</summary>
public sealed class RevisionCompleter : IArgumentCompleter
{
    /// <inheritdoc />
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
        => [.. ArgumentWords.Matching(wordToComplete, RevisionCandidates.Of(fakeBoundParameters))];
}
