using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Apply;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Scripting;
using DbMigrate.Protocol;

namespace DbMigrate.Engine.Requests;

/// <summary>Shows the SQL of a plan: each revision on what the ones before it leave, which is only thought of; nothing runs.</summary>
internal sealed class SqlHandler(TargetOpener targets, CompiledScripts scripts) : RequestHandler<PlanRequest, SqlResult>(ProtocolJson.Default.PlanRequest, ProtocolJson.Default.SqlResult)
{
    protected override SqlResult Handle(PlanRequest request, RequestScope scope)
    {
        using var target = targets.Open(request.Database, request.Folder, scope);
        var wait = new WaitLimit(TimeSpan.FromSeconds(request.LockTimeout), scope.Cancellation);
        var plan = StepPlan.Make(RevisionFolder.Read(request.Folder), target.ReadHistory(wait), request);
        var steps = new List<SqlStep>();
        if (!plan.IsEmpty)
        {
            var codes = scripts.Load(plan.Scripts, scope);
            var actual = target.ReadActual(wait);
            foreach (var code in codes)
                steps.Add(Step(code, plan.Down, target, ref actual));
        }
        return new SqlResult { Database = target.Info, Steps = [.. steps] };
    }

    private static SqlStep Step(RevisionCode code, bool down, TargetDatabase target, ref SchemaState actual)
    {
        var sql = RevisionSql.Generate(code, down, target.Provider, actual);
        actual = sql.After;
        var bookkeeping = new Bookkeeping(target.Access.History, code.Script, down);
        var statements = bookkeeping.Create.Append(bookkeeping.Change(null)).ToList();
        return new SqlStep { Step = StepPlan.Step(code.Script, down), Sql = target.Access.Script(Title(code, down), sql, statements) };
    }

    private static string Title(RevisionCode code, bool down)
        => $"{(down ? "Undo" : "Apply")} {code.Id}{(code.Script.Header.Message.Length == 0 ? "" : ": " + code.Script.Header.Message)}";
}
