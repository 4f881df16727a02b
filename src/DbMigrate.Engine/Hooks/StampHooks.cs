using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Apply;
using DbMigrate.Engine.Requests;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Engine.Hooks;

/// <summary>
/// Lets the hooks know of each row that a stamp removes or writes. All rows change at once, so that each hook is told of all
/// of them before, and of all of them after.
/// </summary>
internal sealed class StampHooks(FolderMessage folder, DatabaseInfo database, StampPlan plan, RequestScope scope)
{
    private readonly StepQuestions _questions = new(folder, database, scope) { IsStamp = true };

    private IEnumerable<StepInfo> Steps
        => plan.Remove.Select(id => new StepInfo { Revision = id, Down = true }).Concat(plan.Add.Select(script => StepPlan.Step(script, down: false)));

    /// <exception cref="DbMigrateException"><c>HookFailed</c>; nothing was stamped.</exception>
    public void Before() => Ask(Questions.BeforeApply, "Nothing was stamped.");

    /// <exception cref="DbMigrateException"><c>HookFailed</c>; the stamp stays.</exception>
    public void After() => Ask(Questions.AfterApply, "The stamp stays.");

    private void Ask(string kind, string done)
    {
        foreach (var step in Steps)
            _questions.Ask(kind, step, () => plan.Current, done);
    }
}
