using System;
using System.Collections.Generic;

namespace DbMigrate.Revisions.Graph;

/// <summary>Turns a destination into an ordered list of revisions to apply or undo.</summary>
public static class RevisionPlanner
{
    /// <summary>What to apply so that the destinations and all below them are applied, in order.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="applied">Applied ids.</param>
    /// <param name="revisions">Destinations in the grammar of <see cref="RevisionResolver"/>, <c>+N</c> included.</param>
    /// <exception cref="Errors.DbMigrateException">Those of the resolver, and <c>RevisionNotReachable</c>, <c>HistoryUnknownRevision</c>.</exception>
    public static IReadOnlyList<Revision> Up(RevisionGraph graph, IReadOnlyCollection<string> applied, IReadOnlyList<string> revisions) => throw new NotImplementedException();

    /// <summary>What to undo, in order, so that the destination is the highest applied revision of its line; <c>-N</c> and <c>base</c> included.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="applied">Applied ids.</param>
    /// <param name="revision">The destination, which stays applied.</param>
    /// <exception cref="Errors.DbMigrateException">Those of the resolver, and <c>RevisionNotReachable</c>, <c>HistoryUnknownRevision</c>.</exception>
    public static IReadOnlyList<Revision> Down(RevisionGraph graph, IReadOnlyCollection<string> applied, string revision) => throw new NotImplementedException();
}
