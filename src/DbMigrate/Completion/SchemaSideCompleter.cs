using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;
using System.Management.Automation.Language;
using DbMigrate.Protocol;

namespace DbMigrate.Completion;

/// <summary>Offers the sides that schemas are compared on: the model, the database, and what a revision can be named by.</summary>
public sealed class SchemaSideCompleter : IArgumentCompleter
{
    private static readonly Candidate[] Words =
    [
        new(CompareRequest.Model, "What the model asks for", ""),
        new(CompareRequest.Live, "What the live database has", ""),
    ];

    /// <inheritdoc />
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
        => [.. ArgumentWords.Matching(wordToComplete, [.. Words, .. RevisionCandidates.Of(fakeBoundParameters)])];
}
