using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using DbMigrate.Templates;

namespace DbMigrate.Completion;

/// <summary>Offers the templates that ship, with their descriptions; folders are completed by PowerShell.</summary>
public sealed class TemplateCompleter : IArgumentCompleter
{
    /// <inheritdoc />
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
        => ArgumentWords.Matching(wordToComplete, TemplateFolder.Shipped().Select(t => (t.Name, t.Description)));
}
