using System;
using DbMigrate.Engine.Apply;
using DbMigrate.Engine.Hooks;
using DbMigrate.Protocol;

namespace DbMigrate.Engine.Requests;

/// <summary>Stamps. Nothing to do takes no lock; what is to do is decided again under it.</summary>
internal sealed class StampHandler(TargetOpener targets) : RequestHandler<StampRequest, StampResult>(ProtocolJson.Default.StampRequest, ProtocolJson.Default.StampResult)
{
    protected override StampResult Handle(StampRequest request, RequestScope scope)
    {
        using var target = targets.Open(request.Database, request.Folder, scope);
        var wait = new WaitLimit(TimeSpan.FromSeconds(request.LockTimeout), scope.Cancellation);
        var decision = new StampDecision(request, target.Access.History);
        var plan = decision.Plan(target.ReadHistoryAsIs(wait), target.ReadUnfinished(wait));
        if (!plan.IsEmpty)
        {
            using var held = target.Access.TakeLock(wait, holder => scope.Verbose($"Waiting for {holder?.ToString() ?? "another run"} to finish with {target.Info.DataSource}."));
            var hooks = new StampHooks(request.Folder, target.Info, decision.PlanAsShown(target.ReadHistoryAsIs(wait), target.ReadUnfinished(wait)), scope);
            hooks.Before();
            plan = new StampRunner(target.Access, wait).Run(decision.PlanAsShown);
            hooks.After();
        }
        return PlanStampHandler.Result(target, plan);
    }
}
