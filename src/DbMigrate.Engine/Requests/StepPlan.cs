using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Apply;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Errors;
using DbMigrate.Revisions.Graph;
using DbMigrate.Revisions.Scripts;

namespace DbMigrate.Engine.Requests;

/// <summary>What is to run, in order.</summary>
internal sealed record StepPlan(IReadOnlyList<RevisionScript> Scripts, bool Down, IReadOnlyList<HistoryRow> History)
{
    public bool IsEmpty => Scripts.Count == 0;

    public static StepPlan Make(RevisionFolder folder, IReadOnlyList<HistoryRow> history, PlanRequest request)
    {
        var applied = folder.AppliedIds(history);
        var revisions = request.Down
            ? RevisionPlanner.Down(folder.Graph, applied, request.Revisions.SingleOrDefault() ?? "-1")
            : RevisionPlanner.Up(folder.Graph, applied, request.Revisions.Length == 0 ? ["head"] : request.Revisions);
        return new StepPlan([.. revisions.Select(r => r.Script)], request.Down, history);
    }

    public StepInfo[] Steps() => [.. Scripts.Select(s => Step(s, Down))];

    public static StepInfo Step(RevisionScript script, bool down) => new()
    {
        Revision = script.Header.Id,
        Message = script.Header.Message,
        Path = script.Path,
        Down = down,
        IsDestructive = !down && script.Header.Destructive.Count > 0,
    };

    /// <summary>Fails where the caller was shown another plan.</summary>
    public void RequireExpected(string[]? expected)
    {
        if (expected is not null && !expected.SequenceEqual(Scripts.Select(s => s.Header.Id), StringComparer.OrdinalIgnoreCase))
            throw ErrorCatalogue.PlanChanged.Error(
                $"The database has moved: {string.Join(", ", expected)} would have run, now it would be {string.Join(", ", Scripts.Select(s => s.Header.Id))}. Nothing was changed.");
    }
}
