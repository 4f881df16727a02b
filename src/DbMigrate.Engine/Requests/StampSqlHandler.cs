using System;
using System.Linq;
using DbMigrate.Engine.Apply;
using DbMigrate.Engine.Offline;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Graph;

namespace DbMigrate.Engine.Requests;

/// <summary>Shows the SQL of a stamp; with a range no database is read.</summary>
internal sealed class StampSqlHandler(TargetOpener targets) : RequestHandler<StampRequest, SqlResult>(ProtocolJson.Default.StampRequest, ProtocolJson.Default.SqlResult)
{
    protected override SqlResult Handle(StampRequest request, RequestScope scope)
    {
        using var target = targets.Open(request.Database, request.Folder, scope);
        var isRange = request.Revisions.Any(r => r.Contains(':', StringComparison.Ordinal));
        var graph = RevisionFolder.Read(request.Folder).Graph;
        var (plan, fromNothing) = isRange ? Range(graph, request) : Read(target, request, scope);
        var result = new SqlResult { Database = isRange ? target.NameOnly : target.Info, FirstLines = target.Client.FirstLines };
        if (!plan.IsEmpty)
        {
            var writer = new StepWriter(target.Provider, target.Client, target.Name, request.ForClient ? new StepChecks(graph) : null);
            result.Steps = [new SqlStep { Sql = writer.WriteStamp(plan, fromNothing) }];
        }
        return result;
    }

    private static (StampPlan Plan, bool FromNothing) Range(RevisionGraph graph, StampRequest request)
    {
        var (before, after) = OfflinePlan.Stamp(graph, request.Revisions);
        return (StampPlan.Between(graph, before, after, isPurge: false), before.Count == 0);
    }

    private static (StampPlan Plan, bool FromNothing) Read(TargetDatabase target, StampRequest request, RequestScope scope)
    {
        var wait = new WaitLimit(TimeSpan.FromSeconds(request.LockTimeout), scope.Cancellation);
        var rows = target.ReadHistoryAsIs(wait);
        return (new StampDecision(request, target.Access.History).Plan(rows, target.ReadUnfinished(wait)), rows.Count == 0);
    }
}
