using DbMigrate.Protocol;

namespace DbMigrate.Engine.Requests;

/// <summary>Lists the contexts of the target.</summary>
internal sealed class ContextsHandler(TargetOpener targets) : RequestHandler<ContextsRequest, ContextsResult>(ProtocolJson.Default.ContextsRequest, ProtocolJson.Default.ContextsResult)
{
    protected override ContextsResult Handle(ContextsRequest request, RequestScope scope) => new() { Contexts = targets.List(request.Context, scope) };
}
