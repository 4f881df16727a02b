using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using DbMigrate.Revisions.Scripts;
using DbMigrate.Settings;

namespace DbMigrate.Completion;

/// <summary>Offers the version locations: as the settings have them where they lie below the migrations folder, else by full path.</summary>
public sealed class VersionPathCompleter : IArgumentCompleter
{
    /// <inheritdoc />
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        try
        {
            var settings = SettingsFile.Read(FolderOfCommand.Find(fakeBoundParameters));
            return [.. ArgumentWords.Matching(wordToComplete, VersionLocations.Distinct(settings.Locations).Select(l => (Short(settings.Root, l), l)))];
        }
        catch (Exception)
        {
            // Whatever is wrong with the folder, the cmdlet will say it; a completion only has nothing to offer.
            return [];
        }
    }

    private static string Short(string root, string location)
        => VersionLocations.Containing([root], location) is null || location.Length <= root.Length
            ? location
            : location.Substring(root.Length + 1).Replace(Path.DirectorySeparatorChar, '/');
}
