using System;
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
    private readonly TargetOpener _targets = new();
    private readonly CompiledScripts _scripts = new();

    public (string Kind, string Body) Dispatch(string method, string request, Action<string, string> emit, Func<string, string, string> host, CancellationToken cancellation)
    {
        using var scope = new RequestScope(emit, host, cancellation);
        try
        {
            return (Events.Result, HandlerOf(method).Answer(request, scope));
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

    /// <summary>Made for the request alone, because the messages of a handler cost time when they are first looked at.</summary>
    private RequestHandler HandlerOf(string method) => method switch
    {
        Methods.Contexts => new ContextsHandler(_targets),
        Methods.Generate => new GenerateHandler(_targets, _scripts),
        Methods.Merge => new MergeHandler(_targets, _scripts),
        Methods.Status => new StatusHandler(_targets),
        Methods.Plan => new PlanHandler(_targets),
        Methods.Sql => new SqlHandler(_targets, _scripts),
        Methods.Script => new ScriptHandler(_targets, _scripts),
        Methods.PlanStamp => new PlanStampHandler(_targets),
        Methods.StampSql => new StampSqlHandler(_targets),
        Methods.Stamp => new StampHandler(_targets),
        Methods.Apply => new ApplyHandler(_targets, _scripts),
        Methods.Check => new CheckHandler(_targets, _scripts),
        Methods.Compare => new CompareHandler(_targets, _scripts),
        _ => throw new InvalidOperationException($"There is no method {method}."),
    };

    private static (string Kind, string Body) Error(ErrorEvent error)
        => (Events.Error, JsonSerializer.Serialize(error, ProtocolJson.Default.ErrorEvent));
}
