using System;
using System.Collections.Generic;

namespace DbMigrate.Revisions.Graph;

/// <summary>The one grammar for revisions, used wherever a revision is accepted.</summary>
public static class RevisionResolver
{
    /// <summary>Finds the revisions that a text stands for: <c>head</c>, <c>heads</c>, <c>base</c> (none), <c>current</c>, an id, a unique prefix.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="text">What the user wrote.</param>
    /// <param name="applied">The applied ids, for <c>current</c> and relative forms; null where no database is at hand.</param>
    /// <returns>Ids; empty for <c>base</c>.</returns>
    /// <exception cref="Errors.DbMigrateException"><c>RevisionNotFound</c>, <c>RevisionAmbiguous</c>, <c>MultipleHeads</c>.</exception>
    public static IReadOnlyList<string> Resolve(RevisionGraph graph, string text, IReadOnlyCollection<string>? applied = null) => throw new NotImplementedException();
}
