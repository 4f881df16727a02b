using System;
using DbMigrate.Engine.Apply;
using DbMigrate.Protocol;

namespace DbMigrate.Engine.Requests;

/// <summary>Says what would run.</summary>
internal sealed class PlanHandler(TargetOpener targets) : RequestHandler<PlanRequest, PlanResult>(ProtocolJson.Default.PlanRequest, ProtocolJson.Default.PlanResult)
{
    protected override PlanResult Handle(PlanRequest request, RequestScope scope)
    {
        var folder = RevisionFolder.Read(request.Folder);
        scope.WarmUp(folder.Newest);
        using var target = targets.Open(request.Database, request.Folder, scope);
        var wait = new WaitLimit(TimeSpan.FromSeconds(request.LockTimeout), scope.Cancellation);
        var plan = StepPlan.Make(folder, target.ReadHistory(wait), request);
        return plan.Result(target.Info);
    }
}
