using System.Collections.Generic;
using DbMigrate.Engine.Apply;
using DbMigrate.Engine.Requests;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Errors;
using DbMigrate.Revisions.Graph;

namespace DbMigrate.Engine.Hooks;

/// <summary>Lets the hooks of a run know of each revision: before anything of it runs, and when it is committed.</summary>
/// <param name="questions">Asks them.</param>
/// <param name="graph">From which the heads after a step are worked out.</param>
/// <param name="applied">The revisions that are applied at the start.</param>
internal sealed class StepHooks(StepQuestions questions, RevisionGraph graph, IEnumerable<string> applied)
{
    private readonly HashSet<string> _applied = [.. applied];
    private readonly List<string> _done = [];

    public static StepHooks For(PlanRequest request, TargetDatabase target, RevisionFolder folder, IEnumerable<HistoryRow> history, RequestScope scope)
        => new(new StepQuestions(request.Folder, target.Info, scope), folder.Graph, folder.AppliedIds(history));

    /// <exception cref="DbMigrateException"><c>HookFailed</c>; nothing of the revision was run.</exception>
    public void Before(StepInfo step)
    {
        if (step.Down)
            _applied.Remove(step.Revision);
        else
            _applied.Add(step.Revision);
        Ask(Questions.BeforeApply, step, $"Nothing of revision {step.Revision} was run.");
    }

    /// <exception cref="DbMigrateException"><c>HookFailed</c>; the revision stays committed.</exception>
    public void After(StepInfo step)
    {
        Ask(Questions.AfterApply, step, $"Revision {step.Revision} stays {(step.Down ? "undone" : "applied")}.");
        _done.Add(step.Revision);
    }

    private void Ask(string kind, StepInfo step, string remains)
        => questions.Ask(kind, step, () => graph.EffectiveHeads(_applied), $"{remains} {DoneText.Of(_done, step.Down)}");
}
