using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Threading;
using DbMigrate.Engine.Apply;
using DbMigrate.Engine.Comparison;
using DbMigrate.Engine.Merge;
using DbMigrate.Engine.Scripting;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Engine.Requests;

/// <summary>Finds who answers a request, and turns every failure into a message.</summary>
internal sealed class RequestDispatcher
{
    private readonly Dictionary<string, RequestHandler> _handlers;

    public RequestDispatcher()
    {
        var targets = new TargetOpener();
        var scripts = new CompiledScripts();
        _handlers = new(StringComparer.Ordinal)
        {
            [Methods.Contexts] = new ContextsHandler(targets),
            [Methods.Generate] = new GenerateHandler(targets, scripts),
            [Methods.Merge] = new MergeHandler(targets, scripts),
            [Methods.Status] = new StatusHandler(targets),
            [Methods.Plan] = new PlanHandler(targets),
            [Methods.Sql] = new SqlHandler(targets, scripts),
            [Methods.Script] = new ScriptHandler(targets, scripts),
            [Methods.PlanStamp] = new PlanStampHandler(targets),
            [Methods.StampSql] = new StampSqlHandler(targets),
            [Methods.Stamp] = new StampHandler(targets),
            [Methods.Apply] = new ApplyHandler(targets, scripts),
            [Methods.Check] = new CheckHandler(targets, scripts),
            [Methods.Compare] = new CompareHandler(targets, scripts),
        };
    }

    public (string Kind, string Body) Dispatch(string method, string request, Action<string, string> emit, Func<string, string, string> host, CancellationToken cancellation)
    {
        using var scope = new RequestScope(emit, host, cancellation);
        try
        {
            return _handlers.TryGetValue(method, out var handler)
                ? (Events.Result, handler.Answer(request, scope))
                : throw new InvalidOperationException($"There is no method {method}.");
        }
        catch (OperationCanceledException e) when (cancellation.IsCancellationRequested)
        {
            return (Events.Cancelled, JsonSerializer.Serialize(
                new TextEvent { Text = scope.Secrets.Clean(e is RunCancelledException ? e.Message : "The command was cancelled; nothing was changed.") }, ProtocolJson.Default.TextEvent));
        }
        catch (DbMigrateException e)
        {
            return Error(new ErrorEvent
            {
                ErrorId = e.Kind.Name,
                Message = scope.Secrets.Clean(e.Message),
                Action = scope.Secrets.Clean(e.Action),
                Target = scope.Secrets.Clean(e.Target),
                Open = e.Open is { } open ? OpenMessages.Of(open) : null,
            });
        }
        catch (Exception e)
        {
            return Error(new ErrorEvent
            {
                ErrorId = ErrorCatalogue.Unexpected.Name,
                Message = scope.Secrets.Clean(e.Message),
                Action = ErrorCatalogue.Unexpected.Action,
                Detail = scope.Secrets.Clean(e.ToString()),
            });
        }
    }

    private static (string Kind, string Body) Error(ErrorEvent error)
        => (Events.Error, JsonSerializer.Serialize(error, ProtocolJson.Default.ErrorEvent));
}
