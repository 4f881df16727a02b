using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace DbMigrate.Engine.Requests;

/// <summary>Answers the requests of one method.</summary>
internal abstract class RequestHandler
{
    /// <summary>From the request's JSON text to the result's.</summary>
    public abstract string Answer(string request, RequestScope scope);
}

/// <summary>Answers the requests of one method; the messages are read and written here.</summary>
internal abstract class RequestHandler<TRequest, TResult>(JsonTypeInfo<TRequest> requests, JsonTypeInfo<TResult> results) : RequestHandler
{
    public sealed override string Answer(string request, RequestScope scope)
        => JsonSerializer.Serialize(Handle(JsonSerializer.Deserialize(request, requests)!, scope), results);

    protected abstract TResult Handle(TRequest request, RequestScope scope);
}
