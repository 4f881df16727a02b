using System;
using DbMigrate.Engine.Apply;
using DbMigrate.Protocol;

namespace DbMigrate.Engine.Requests;

/// <summary>Says what stamping would change.</summary>
internal sealed class PlanStampHandler(TargetOpener targets) : RequestHandler<StampRequest, StampResult>(ProtocolJson.Default.StampRequest, ProtocolJson.Default.StampResult)
{
    protected override StampResult Handle(StampRequest request, RequestScope scope)
    {
        using var target = targets.Open(request.Database, request.Folder, scope);
        var wait = new WaitLimit(TimeSpan.FromSeconds(request.LockTimeout), scope.Cancellation);
        return Result(target, new StampDecision(request, target.Access.History).Plan(target.ReadHistoryAsIs(wait), target.ReadUnfinished(wait)));
    }

    public static StampResult Result(TargetDatabase target, StampPlan plan)
        => new() { Database = target.Info, Change = StampDecision.Change(plan), Current = [.. plan.Current] };
}
