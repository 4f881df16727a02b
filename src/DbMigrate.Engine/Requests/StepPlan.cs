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
    /// <summary>Those of the scripts that belong to other branches than the one asked for.</summary>
    public IReadOnlyList<RevisionScript> Siblings { get; private init; } = [];

    public bool IsEmpty => Scripts.Count == 0;

    public static StepPlan Make(RevisionFolder folder, IReadOnlyList<HistoryRow> history, PlanRequest request)
    {
        var applied = folder.AppliedIds(history);
        var (revisions, siblings) = request.Down
            ? Undone(folder.Graph, applied, request.Revisions.SingleOrDefault() ?? "-1")
            : Applied(folder.Graph, applied, request.Revisions.Length == 0 ? ["head"] : request.Revisions);
        return new StepPlan([.. revisions.Select(r => r.Script)], request.Down, history) { Siblings = [.. siblings.Select(r => r.Script)] };
    }

    public PlanResult Result(DatabaseInfo database) => new()
    {
        Database = database,
        Steps = [.. Scripts.Select(s => Step(s, Down))],
        Siblings = [.. Siblings.Select(s => Step(s, Down))],
    };

    public static StepInfo Step(RevisionScript script, bool down) => new()
    {
        Revision = script.Header.Id,
        Message = script.Header.Message,
        Path = script.Path,
        Down = down,
        IsDestructive = !down && script.Header.Destructive.Count > 0,
        IsLossFinal = down && script.Header.Destructive.Count > 0,
    };

    /// <summary>The steps that the caller agreed to. Fails where the caller was shown another plan.</summary>
    public StepPlan Agreed(PlanRequest request)
    {
        if (request.Expected is { } expected && !expected.SequenceEqual(Scripts.Select(s => s.Header.Id), StringComparer.OrdinalIgnoreCase))
            throw ErrorCatalogue.PlanChanged.Error(
                $"The database has moved: {string.Join(", ", expected)} would have run, now it would be {string.Join(", ", Scripts.Select(s => s.Header.Id))}. Nothing was changed.");
        return request.Agreed is { } count ? this with { Scripts = [.. Scripts.Take(count)] } : this;
    }

    private static (IReadOnlyList<Revision> Steps, IReadOnlyList<Revision> Siblings) Applied(RevisionGraph graph, IReadOnlyCollection<string> applied, string[] revisions)
        => (RevisionPlanner.Up(graph, applied, revisions), RevisionPlanner.SiblingsAbove(graph, applied, revisions));

    private static (IReadOnlyList<Revision> Steps, IReadOnlyList<Revision> Siblings) Undone(RevisionGraph graph, IReadOnlyCollection<string> applied, string revision)
        => (RevisionPlanner.Down(graph, applied, revision), RevisionPlanner.Siblings(graph, applied, revision));
}
