using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DbMigrate.Revisions.Graph;
using DbMigrate.Revisions.Scripts;
using DbMigrate.Settings;

namespace DbMigrate.Completion;

/// <summary>What can stand where a revision is wanted: revisions, newest first, labels and symbols.</summary>
internal static class RevisionCandidates
{
    private static readonly Candidate[] Symbols =
    [
        new("head", "The newest revision", ""),
        new("heads", "All revisions that nobody builds on", ""),
        new("base", "Before the first revision", ""),
        new("current", "Where the database is", ""),
    ];

    public static IReadOnlyList<Candidate> Of(IDictionary bound)
    {
        try
        {
            var settings = SettingsFile.Read(FolderOfCommand.Find(bound));
            var graph = RevisionGraph.Build(ScriptFolder.Read(settings.Locations, settings.ReadsSubFolders));
            return [.. graph.Ordered.Reverse().Select(Revision), .. graph.Labels.SelectMany(l => Label(graph, l.Key)), .. Symbols];
        }
        catch (Exception)
        {
            // Whatever is wrong with the folder, the cmdlet will say it; a completion only has nothing to offer.
            return [];
        }
    }

    // The file name has the slug in it.
    private static Candidate Revision(Revision revision)
        => new(revision.Id, $"{revision.Id} {revision.Header.Message}".TrimEnd(), revision.Header.Message + "\n" + Path.GetFileNameWithoutExtension(revision.Script.Path));

    private static IEnumerable<Candidate> Label(RevisionGraph graph, string label)
    {
        var own = graph.FindLabelled(label)!;
        yield return new(label, $"Revision {own.Id} {own.Header.Message}".TrimEnd(), "");
        yield return new(label + "@head", $"The newest revision of branch {label}", "");
    }
}
