using System;
using System.Linq;
using DbMigrate.Engine.Apply;
using DbMigrate.Engine.Offline;
using DbMigrate.Engine.Scripting;
using DbMigrate.Protocol;

namespace DbMigrate.Engine.Requests;

/// <summary>Shows the SQL of a plan for a database as it is; nothing runs.</summary>
internal sealed class SqlHandler(TargetOpener targets, CompiledScripts scripts) : RequestHandler<PlanRequest, SqlResult>(ProtocolJson.Default.PlanRequest, ProtocolJson.Default.SqlResult)
{
    protected override SqlResult Handle(PlanRequest request, RequestScope scope)
    {
        using var target = targets.Open(request.Database, request.Folder, scope);
        var wait = new WaitLimit(TimeSpan.FromSeconds(request.LockTimeout), scope.Cancellation);
        var folder = RevisionFolder.Read(request.Folder);
        var plan = StepPlan.Make(folder, target.ReadHistory(wait), request);
        var result = new SqlResult { Database = target.Info, FirstLines = target.Client.FirstLines, Siblings = plan.Result(target.Info).Siblings };
        if (plan.IsEmpty)
            return result;

        var codes = scripts.Load(plan.Scripts, target.MethodSuffix, scope);
        var writer = new StepWriter(target.Provider, target.Client, target.Name, request.ForClient ? new StepChecks(folder.Graph) : null);
        if (Unfinished.Of(target.ReadUnfinished(wait), plan.Scripts[0], plan.Down ? LogEntry.Down : LogEntry.Up) is { } entry)
        {
            result.Steps = [new SqlStep { Step = StepPlan.Step(plan.Scripts[0], plan.Down), Sql = writer.WriteRest(codes[0], plan.Down, entry) }];
            return result;
        }

        var texts = writer.Write(codes, plan.Down, target.ReadActual(wait), plan.History.Count == 0);
        result.Steps = [.. codes.Zip(texts, (code, text) => new SqlStep { Step = StepPlan.Step(code.Script, plan.Down), Sql = text })];
        return result;
    }
}
