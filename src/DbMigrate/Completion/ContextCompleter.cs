using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using DbMigrate.Revisions.Settings;
using DbMigrate.Settings;

namespace DbMigrate.Completion;

/// <summary>Offers the contexts that the settings name and those that the session has seen; never starts a worker.</summary>
public sealed class ContextCompleter : IArgumentCompleter
{
    /// <inheritdoc />
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var settings = Settings(fakeBoundParameters);
        var named = settings.Databases.Select(d => (d.Context, d.Name)).Append((settings.Context, "")).Where(c => c.Item1.Length > 0);
        var candidates = KnownContexts.Of(Runspace.DefaultRunspace).Select(c => (c.Name, c.FullName)).Concat(named);
        return [.. ArgumentWords.Matching(wordToComplete, candidates.GroupBy(c => c.Item1, StringComparer.OrdinalIgnoreCase).Select(g => g.First()))];
    }

    private static MigrationSettings Settings(IDictionary bound)
    {
        try
        {
            return SettingsFile.Read(FolderOfCommand.Find(bound));
        }
        catch (Exception)
        {
            // Whatever is wrong with the folder, the cmdlet will say it; a completion only has nothing to offer.
            return new MigrationSettings();
        }
    }
}
