using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Apply;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Graph;
using DbMigrate.Revisions.Scripts;

namespace DbMigrate.Engine.Requests;

/// <summary>The scripts of a migrations folder and their graph.</summary>
internal sealed record RevisionFolder(RevisionGraph Graph)
{
    public static RevisionFolder Read(FolderMessage folder) => new(RevisionGraph.Build(ScriptFolder.Read(folder.Locations, folder.ReadsSubFolders)));

    /// <summary>The scripts at the end of the order, of which some may never have been compiled.</summary>
    public IEnumerable<RevisionScript> Newest => Graph.Ordered.TakeLast(8).Select(r => r.Script);

    /// <summary>All scripts, parents first.</summary>
    public IReadOnlyList<RevisionScript> Scripts => [.. Graph.Ordered.Select(r => r.Script)];

    /// <summary>The revisions with these ids and all below them, parents first.</summary>
    public IReadOnlyList<RevisionScript> ScriptsUpTo(IEnumerable<string> ids) => [.. Graph.AncestorsAndSelf(ids).Select(id => Graph.Find(id)!.Script)];

    /// <summary>Ids of applied revisions that no script has.</summary>
    public IReadOnlyList<string> Unknown(IEnumerable<HistoryRow> history) => [.. history.Select(r => r.Revision).Where(id => Graph.Find(id) is null)];

    /// <summary>Applied revisions whose script is another now.</summary>
    public IReadOnlyList<string> Changed(IEnumerable<HistoryRow> history)
        => [.. history.Where(r => r.ScriptHash.Length > 0 && Graph.Find(r.Revision) is { } found && found.Script.Hash != r.ScriptHash).Select(r => Graph.Find(r.Revision)!.Id)];

    /// <summary>Revisions that are not applied, in the order in which they would be.</summary>
    public IReadOnlyList<Revision> Pending(IReadOnlyCollection<HistoryRow> history)
    {
        var applied = AppliedIds(history);
        return [.. Graph.Ordered.Where(r => !applied.Contains(r.Id))];
    }

    /// <summary>The applied ids as the folder writes them; unknown ones as the history table does.</summary>
    public IReadOnlySet<string> AppliedIds(IEnumerable<HistoryRow> history) => history.Select(r => Graph.Find(r.Revision)?.Id ?? r.Revision).ToHashSet();
}
