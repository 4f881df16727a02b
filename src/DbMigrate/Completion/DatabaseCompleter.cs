using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using DbMigrate.Settings;

namespace DbMigrate.Completion;

/// <summary>Offers the databases that the settings of the folder name, with their contexts.</summary>
public sealed class DatabaseCompleter : IArgumentCompleter
{
    /// <inheritdoc />
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        try
        {
            var databases = SettingsFile.Read(FolderOfCommand.Find(fakeBoundParameters)).Databases;
            return [.. ArgumentWords.Matching(wordToComplete, databases.Select(d => (d.Name, d.Context)))];
        }
        catch (Exception)
        {
            // Whatever is wrong with the folder, the cmdlet will say it; a completion only has nothing to offer.
            return [];
        }
    }
}
