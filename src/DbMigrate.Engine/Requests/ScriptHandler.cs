using System.Linq;
using DbMigrate.Engine.Apply;
using DbMigrate.Engine.Offline;
using DbMigrate.Engine.Scripting;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Graph;

namespace DbMigrate.Engine.Requests;

/// <summary>Writes the SQL between two places of the graph. What the start has is what applying its revisions leaves: no database is read.</summary>
internal sealed class ScriptHandler(TargetOpener targets, CompiledScripts scripts) : RequestHandler<ScriptRequest, SqlResult>(ProtocolJson.Default.ScriptRequest, ProtocolJson.Default.SqlResult)
{
    protected override SqlResult Handle(ScriptRequest request, RequestScope scope)
    {
        using var target = targets.Open(request.Database, request.Folder, scope);
        if (request.Idempotent)
            target.Client.RequireIdempotent();
        var folder = RevisionFolder.Read(request.Folder);
        var plan = OfflinePlan.Make(folder.Graph, request.Range, request.Down);
        var result = new SqlResult { Database = target.NameOnly, FirstLines = target.Client.FirstLines };
        if (plan.Steps.Count == 0)
            return result;

        var codes = scripts.Load([.. plan.Steps.Select(r => r.Script)], target.MethodSuffix, scope);
        var start = RevisionSql.After(scripts.Load([.. plan.Applied.Select(id => folder.Graph.Find(id)!.Script)], target.MethodSuffix, scope), target.Provider);
        var texts = new StepWriter(target.Provider, target.Client, target.Name, new StepChecks(folder.Graph), request.Idempotent).Write(codes, plan.IsDown, start, plan.Applied.Count == 0);
        result.Steps = [.. codes.Zip(texts, (code, text) => new SqlStep { Step = StepPlan.Step(code.Script, plan.IsDown), Sql = text })];
        return result;
    }
}
