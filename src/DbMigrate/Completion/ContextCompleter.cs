using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;

namespace DbMigrate.Completion;

/// <summary>Offers the contexts that the session has already seen; never starts a worker.</summary>
public sealed class ContextCompleter : IArgumentCompleter
{
    /// <inheritdoc />
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
        => ArgumentWords.Matching(wordToComplete, KnownContexts.Of(Runspace.DefaultRunspace).Select(c => (c.Name, c.FullName)));
}
