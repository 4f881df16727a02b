using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Apply;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Engine.Requests;

/// <summary>What a request to stamp asks for, by the rows at hand.</summary>
internal sealed class StampDecision(StampRequest request, HistoryStore history)
{
    private readonly RevisionFolder _folder = RevisionFolder.Read(request.Folder);

    /// <summary>What is to do; a purge takes any rows, anything else only those that make sense.</summary>
    /// <exception cref="DbMigrateException">Those of the resolver, <c>HistoryInvalid</c>, <c>HistoryUnknownRevision</c>.</exception>
    public StampPlan Plan(IReadOnlyList<HistoryRow> rows, IReadOnlyList<JournalEntry> unfinished) => OfRows(rows) with { Ended = unfinished };

    private StampPlan OfRows(IReadOnlyList<HistoryRow> rows)
    {
        if (request.Purge)
            return StampPlan.Purge(_folder.Graph, [.. rows.Select(r => r.Revision)], request.Revisions);
        history.Verify(rows);
        return StampPlan.Make(_folder.Graph, [.. rows.Select(r => r.Revision)], request.Revisions);
    }

    /// <summary>The same, which must be what the caller was shown.</summary>
    /// <exception cref="DbMigrateException"><c>PlanChanged</c>, and those of <see cref="Plan"/>.</exception>
    public StampPlan PlanAsShown(IReadOnlyList<HistoryRow> rows, IReadOnlyList<JournalEntry> unfinished)
    {
        var plan = Plan(rows, unfinished);
        if (request.Expected is { } expected && !plan.IsEmpty && !(Same(expected.Add, Change(plan).Add) && Same(expected.Remove, Change(plan).Remove) && Same(expected.Ended, Change(plan).Ended)))
            throw ErrorCatalogue.PlanChanged.Error("The database's history has changed since the stamp was shown. Nothing was changed.");
        return plan;
    }

    public static StampChange Change(StampPlan plan) => new() { Add = [.. plan.Add.Select(s => s.Header.Id)], Remove = [.. plan.Remove], Ended = [.. plan.Ended.Select(e => $"{e.Revision} at {e.Place}")] };

    private static bool Same(IEnumerable<string> one, IEnumerable<string> other) => one.SequenceEqual(other, StringComparer.OrdinalIgnoreCase);
}
