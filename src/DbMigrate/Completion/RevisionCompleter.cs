using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
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
            var graph = RevisionGraph.Build(ScriptFolder.Read(SettingsFile.Read(Folder(fakeBoundParameters)).Locations));
            var revisions = graph.Ordered.Reverse().Select(r => (r.Id, $"{r.Id} {r.Header.Message}".TrimEnd()));
            return [.. ArgumentWords.Matching(wordToComplete, revisions.Concat(Symbols))];
        }
        catch (Exception)
        {
            // Whatever is wrong with the folder, the cmdlet will say it; a completion only has nothing to offer.
            return [];
        }
    }

    private static string Folder(IDictionary bound)
    {
        var path = bound.Contains("Path") ? bound["Path"] as string : null;
        path ??= Environment.GetEnvironmentVariable("DBMIGRATE_PATH") is { Length: > 0 } set ? set : "migrations";
        return Path.GetFullPath(Path.Combine(CurrentFolder(), path));
    }

    // A completer has no session state of its own to ask.
    private static string CurrentFolder() => ScriptBlock.Create("$PWD.ProviderPath").InvokeReturnAsIs().ToString();
}
