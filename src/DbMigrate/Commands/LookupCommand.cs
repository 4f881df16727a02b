using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Graph;

namespace DbMigrate.Commands;

/// <summary>A cmdlet that looks revisions up in the folder; a database is asked only where <c>current</c> is named.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class LookupCommand : DatabaseCommand
{
    private StatusResult? _status;

    /// <summary>Whether <see cref="GatherDatabases"/> was called: an empty pipeline asks for nothing.</summary>
    private protected bool HasGathered { get; private set; }

    private protected StatusResult Status => _status ??= AskDatabase();

    private protected IReadOnlyList<Revision> Find(string expression)
        => [.. RevisionResolver.Resolve(Graph, expression, RevisionResolver.NamesCurrent(expression) ? Applied() : null).Select(id => Graph.Find(id)!)];

    private protected IReadOnlyList<Revision> FindRange(string range)
        => RevisionRange.Resolve(Graph, range, RevisionRange.NamesCurrent(range) ? Applied() : null);

    // Which database is meant is of no interest as long as none is asked: objects of the pipeline may name any.
    private protected override void Process()
    {
    }

    /// <summary>Takes what this object of the pipeline names.</summary>
    private protected void GatherDatabases()
    {
        base.Process();
        HasGathered = true;
    }

    private StatusResult AskDatabase()
    {
        if (!HasGathered)
            GatherDatabases();
        return CallStatus(DatabaseMessage());
    }

    // What the folder does not have cannot be a place in it.
    private string[] Applied() => [.. Status.Applied.Select(a => a.Revision).Where(id => Graph.Find(id) is not null)];
}
