using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Revisions.Errors;
using DbMigrate.Revisions.Scripts;
using DbMigrate.Revisions.Settings;

namespace DbMigrate.Revisions.Graph;

/// <summary>Checks where a new revision is to stand in the graph, before anything is written.</summary>
/// <param name="graph">The graph without it.</param>
public sealed class RevisionPlacement(RevisionGraph graph)
{
    /// <summary>The ids that a new revision builds on.</summary>
    /// <param name="expressions">What the user named; null for the head.</param>
    /// <param name="splice">Whether it may build on revisions that are no heads.</param>
    /// <exception cref="DbMigrateException"><c>MultipleHeads</c>, <c>SpliceRequired</c>, <c>RevisionsOverlap</c>, and those of <see cref="RevisionResolver"/>.</exception>
    public IReadOnlyList<string> Parents(IReadOnlyList<string>? expressions, bool splice)
    {
        if (expressions is null)
            return graph.Heads.Count <= 1 ? graph.Heads : throw SeveralHeads();

        var found = expressions.Select(text => (Text: text, Ids: RevisionResolver.Resolve(graph, text))).ToArray();
        string[] parents = [.. found.SelectMany(f => f.Ids).Distinct()];
        if (parents.Length > 0 && found.FirstOrDefault(f => f.Ids.Count == 0).Text is { } nothing)
            throw Overlap(nothing);
        foreach (var parent in parents)
        {
            if (graph.AncestorsAndSelf(parents.Where(p => p != parent)).Contains(parent))
                throw Overlap(parent);
        }

        return splice || parents.FirstOrDefault(p => !graph.Find(p)!.IsHead) is not { } inner
            ? parents
            : throw ErrorCatalogue.SpliceRequired.Error($"Revision {inner} is not a head revision; please specify -Splice to create a new branch from this revision.", inner);
    }

    /// <summary>The labels for a new revision, checked against all that there are.</summary>
    /// <param name="labels">What the user gave.</param>
    /// <param name="id">The id of the new revision.</param>
    /// <exception cref="DbMigrateException"><c>LabelInvalid</c>.</exception>
    public IReadOnlyList<string> Labels(IReadOnlyList<string> labels, string id)
    {
        foreach (var label in labels)
        {
            RevisionId.ValidateLabel(label);
            if (graph.FindLabelled(label) is { } other)
                throw ErrorCatalogue.LabelInvalid.Error($"Branch name '{label}' is already used by revision {other.Id}.", label);
            if (graph.Find(label) is not null || Same(label, id))
                throw ErrorCatalogue.LabelInvalid.Error($"Branch name '{label}' is also the id of a revision.", label);
        }

        return [.. labels.Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>Checks an id given by hand.</summary>
    /// <param name="id">The id.</param>
    /// <exception cref="DbMigrateException"><c>RevisionIdInvalid</c>, <c>RevisionDuplicate</c>.</exception>
    public void CheckId(string id)
    {
        RevisionId.Validate(id);
        if (graph.Find(id) is { } other)
            throw ErrorCatalogue.RevisionDuplicate.Error($"Revision {other.Id} exists already: {other.Script.Path}", id, "Choose another -RevisionId.");
        if (graph.FindLabelled(id) is { } labelled)
            throw ErrorCatalogue.RevisionIdInvalid.Error($"'{id}' is a branch name of revision {labelled.Id} already.", id, "Choose another -RevisionId.");
    }

    /// <summary>What a new revision depends on: labels stay labels, anything else becomes ids.</summary>
    /// <param name="expressions">What the user named.</param>
    /// <exception cref="DbMigrateException">Those of <see cref="RevisionResolver"/>.</exception>
    public IReadOnlyList<string> DependsOn(IReadOnlyList<string> expressions)
        => [.. expressions.SelectMany(Dependency).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>The folder for a new revision: the one that was named, else its parent's, else the only one.</summary>
    /// <param name="settings">The locations.</param>
    /// <param name="folders">Full paths that the user's words may mean, in order of preference; empty where none were given.</param>
    /// <param name="parents">What it builds on.</param>
    /// <exception cref="DbMigrateException"><c>VersionPathRequired</c>, <c>VersionPathInvalid</c>.</exception>
    public string Folder(MigrationSettings settings, IReadOnlyList<string> folders, IReadOnlyList<string> parents)
    {
        var locations = VersionLocations.Distinct(settings.Locations);
        var listed = string.Join(", ", locations);
        if (folders.Count > 0)
        {
            return folders.FirstOrDefault(folder => settings.ReadsSubFolders ? VersionLocations.Containing(locations, folder) is not null : locations.Any(l => VersionLocations.AreSame(l, folder)))
                ?? throw ErrorCatalogue.VersionPathInvalid.Error($"The folder {folders[0]} is not among the version locations: {listed}.", folders[0]);
        }

        if (locations.Count == 1)
            return locations[0];
        return parents.Select(p => VersionLocations.Containing(locations, graph.Find(p)!.Script.Path)).FirstOrDefault(found => found is not null)
            ?? throw ErrorCatalogue.VersionPathRequired.Error($"There are several version locations, and a revision without a parent could go to any of them: {listed}.");
    }

    private IEnumerable<string> Dependency(string text)
    {
        if (graph.FindLabelled(text) is { } labelled)
            return labelled.Header.Labels.Where(l => Same(l, text));
        var ids = RevisionResolver.Resolve(graph, text);
        return ids.Count > 0 ? ids : throw ErrorCatalogue.RevisionNotFound.Error($"'{text}' is no revision that another could depend on.", text);
    }

    private DbMigrateException SeveralHeads() => ErrorCatalogue.MultipleHeads.Error(
        $"Multiple heads are present, and a new revision builds on one: {ResolutionErrors.List(graph, graph.Heads)}.", "head",
        "Name the head with -Head, or merge the heads with Merge-DbMigration.");

    private static DbMigrateException Overlap(string text)
        => ErrorCatalogue.RevisionsOverlap.Error($"Requested revision {text} overlaps with other requested revisions.", text);

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
