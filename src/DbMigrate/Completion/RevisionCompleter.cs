using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using DbMigrate.Revisions.Graph;
using DbMigrate.Revisions.Scripts;
using DbMigrate.Settings;

namespace DbMigrate.Completion;

/// <summary>Offers the revisions of the folder, newest first, with their messages.</summary>
public sealed class RevisionCompleter : IArgumentCompleter
{
    private static readonly (string, string)[] Symbols = [("head", "The newest revision"), ("base", "Before the first revision")];

    /// <inheritdoc />
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        try
        {
            var graph = RevisionGraph.Build(ScriptFolder.Read(SettingsFile.Read(FolderOfCommand.Find(fakeBoundParameters)).Locations));
            var revisions = graph.Ordered.Reverse().Select(r => (r.Id, $"{r.Id} {r.Header.Message}".TrimEnd()));
            return [.. ArgumentWords.Matching(wordToComplete, revisions.Concat(Symbols))];
        }
        catch (Exception)
        {
            // Whatever is wrong with the folder, the cmdlet will say it; a completion only has nothing to offer.
            return [];
        }
    }
}
