using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Revisions.Errors;
using DbMigrate.Revisions.Graph;
using DbMigrate.Revisions.Scripts;

namespace DbMigrate.Engine.Apply;

/// <summary>Which rows a stamp writes and removes.</summary>
/// <param name="Add">Scripts of the revisions to record, parents first.</param>
/// <param name="Remove">Ids that are no longer recorded, as the table has them.</param>
/// <param name="Current">Where the database stands afterwards.</param>
/// <param name="IsPurge">Whether all rows go first.</param>
internal sealed record StampPlan(IReadOnlyList<RevisionScript> Add, IReadOnlyList<string> Remove, IReadOnlyList<string> Current, bool IsPurge)
{
    /// <summary>Revisions that were begun and not finished. Whoever says where the database stands has put them right.</summary>
    public IReadOnlyList<JournalEntry> Ended { get; init; } = [];

    public bool IsEmpty => Add.Count == 0 && Remove.Count == 0 && Ended.Count == 0;

    /// <summary>What leads from rows that make sense to the destinations.</summary>
    /// <exception cref="DbMigrateException">Those of the resolver, and <c>HistoryUnknownRevision</c>.</exception>
    public static StampPlan Make(RevisionGraph graph, IReadOnlyList<string> recorded, IReadOnlyList<string> revisions)
        => Between(graph, recorded, StampPlanner.Stamp(graph, recorded, revisions), isPurge: false);

    /// <summary>What leads from one set of rows to another.</summary>
    public static StampPlan Between(RevisionGraph graph, IReadOnlyList<string> before, IReadOnlyList<string> after, bool isPurge)
    {
        var (had, has) = (before.ToHashSet(StringComparer.OrdinalIgnoreCase), after.ToHashSet(StringComparer.OrdinalIgnoreCase));
        return new StampPlan(
            [.. after.Where(id => isPurge || !had.Contains(id)).Select(id => graph.Find(id)!.Script)],
            [.. before.Where(id => isPurge || !has.Contains(id))],
            graph.EffectiveHeads(after),
            isPurge);
    }

    /// <summary>What leaves nothing but the destinations, whatever the rows are; nothing where the rows are just that.</summary>
    /// <exception cref="DbMigrateException">Those of the resolver.</exception>
    public static StampPlan Purge(RevisionGraph graph, IReadOnlyList<string> recorded, IReadOnlyList<string> revisions)
    {
        var after = StampPlanner.Purge(graph, revisions);
        var isThere = recorded.Count == after.Count && after.ToHashSet(StringComparer.OrdinalIgnoreCase).SetEquals(recorded);
        return Between(graph, recorded, after, isPurge: !isThere);
    }

    private bool Names(string revision)
        => Add.Any(s => string.Equals(s.Header.Id, revision, StringComparison.OrdinalIgnoreCase)) || Remove.Contains(revision, StringComparer.OrdinalIgnoreCase);

    /// <summary>The statements; rows go first, so that one that is written anew does not meet itself.</summary>
    public IReadOnlyList<string> Statements(HistoryStore history, RunFacts run)
    {
        var bookkeeping = new Bookkeeping(history);
        return
        [
            .. IsPurge ? [history.Clear] : Remove.Select(bookkeeping.Remove),
            .. Add.Select(s => bookkeeping.Add(s, HistoryRow.Stamped, run)),
            .. Remove.Select(id => bookkeeping.Log(id, LogEntry.Unstamp, run)),
            .. Add.Select(s => bookkeeping.Log(s.Header.Id, LogEntry.Stamp, run)),
            .. Ended.Select(e => history.Journal.Remove(e.Revision)),
            .. Ended.Where(e => !Names(e.Revision)).Select(e => bookkeeping.Log(e.Revision, e.Direction == LogEntry.Down ? LogEntry.Stamp : LogEntry.Unstamp, run)),
        ];
    }
}
