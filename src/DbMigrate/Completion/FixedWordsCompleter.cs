using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace DbMigrate.Completion;

/// <summary>Offers words that are usual for a parameter, which takes others too.</summary>
public abstract class FixedWordsCompleter : IArgumentCompleter
{
    private readonly string[] _words;

    private protected FixedWordsCompleter(params string[] words) => _words = words;

    /// <inheritdoc />
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
        => ArgumentWords.Matching(wordToComplete, _words.Select(word => (word, "")));
}

/// <summary>Completes <c>-Configuration</c>.</summary>
public sealed class ConfigurationCompleter() : FixedWordsCompleter("Debug", "Release");

/// <summary>Completes <c>-Environment</c>.</summary>
public sealed class EnvironmentCompleter() : FixedWordsCompleter("Development", "Staging", "Production");

/// <summary>Completes <c>-Provider</c>.</summary>
public sealed class ProviderCompleter() : FixedWordsCompleter("Sqlite");
