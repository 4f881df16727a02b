using System;
using System.IO;
using System.Linq;
using DbMigrate.Engine.Apply;
using DbMigrate.Engine.Hooks;
using DbMigrate.Engine.Scripting;
using DbMigrate.Protocol;

namespace DbMigrate.Engine.Requests;

/// <summary>Applies or undoes revisions. Nothing to do takes no lock; what is to do is decided again under it.</summary>
internal sealed class ApplyHandler(TargetOpener targets, CompiledScripts scripts) : RequestHandler<PlanRequest, ApplyResult>(ProtocolJson.Default.PlanRequest, ProtocolJson.Default.ApplyResult)
{
    protected override ApplyResult Handle(PlanRequest request, RequestScope scope)
    {
        using var target = targets.Open(request.Database, request.Folder, scope);
        var wait = new WaitLimit(TimeSpan.FromSeconds(request.LockTimeout), scope.Cancellation);
        var folder = RevisionFolder.Read(request.Folder);
        StepPlan Plan() => StepPlan.Make(folder, target.ReadHistory(wait), request);

        var plan = Plan();
        if (plan.IsEmpty)
            Unfinished.RequireNone(target.ReadUnfinished(wait));
        var steps = 0;
        if (!plan.IsEmpty)
        {
            // What takes long, and whatever can fail without a database, comes before others are kept waiting.
            foreach (var code in scripts.Load(plan.Scripts, target.MethodSuffix, scope))
                code.Operations(plan.Down, target.Traits.ProviderName);
            using var held = target.Access.TakeLock(wait, holder => scope.Verbose($"Waiting for {holder?.ToString() ?? "another run"} to finish with {target.Info.DataSource}."));
            plan = Plan();
            if (!plan.IsEmpty)
            {
                plan = plan.Agreed(request);
                steps = Run(plan, target, held, wait, request, StepHooks.For(request, target, folder, plan.History, scope), scope);
            }
        }
        return new ApplyResult { Database = target.Info, Steps = steps };
    }

    private int Run(StepPlan plan, TargetDatabase target, RunLock held, WaitLimit wait, PlanRequest request, StepHooks hooks, RequestScope scope)
    {
        var codes = scripts.Load(plan.Scripts, target.MethodSuffix, scope);
        var activity = $"{(plan.Down ? "Undoing" : "Applying")} revisions, {Path.GetFileName(target.Info.DataSource)}";
        var observer = new RunObserver(activity, codes.Count, request.IsQuiet, scope);
        using var session = target.Access.OpenSession(wait, request.Timeout);
        var runner = new RevisionRunner(session, target.Access, target.Provider, observer, scope.Cancellation);
        foreach (var code in codes)
        {
            WarnOfChange(plan, code);
            var step = StepPlan.Step(code.Script, plan.Down);
            hooks.Before(step);
            held.RequireHeld();
            step.DurationMilliseconds = runner.Run(code, plan.Down);
            observer.Finished();
            scope.Step(step);
            hooks.After(step);
        }
        return codes.Count;

        void WarnOfChange(StepPlan plan, RevisionCode code)
        {
            var row = plan.History.FirstOrDefault(r => string.Equals(r.Revision, code.Id, StringComparison.OrdinalIgnoreCase));
            if (row is not null && row.ScriptHash.Length > 0 && row.ScriptHash != code.Script.Hash)
                scope.Warning($"The script of {code.Id} was changed after it was applied; what it says now is undone.");
        }
    }
}
