using System;
using System.Threading;
using DbMigrate.Engine.Requests;

namespace DbMigrate.Engine;

/// <summary>
/// The one way into the engine: strings and delegates only, so that the worker can call it across load contexts
/// without sharing a type.
/// </summary>
public static class EntryPoint
{
    // Lives as long as the worker, so that what was found, made and compiled for one request serves the next.
    private static readonly RequestDispatcher Dispatcher = new();

    /// <summary>Runs one request.</summary>
    /// <param name="method">A name of the protocol's methods.</param>
    /// <param name="request">The JSON text of the request.</param>
    /// <param name="emit">Receives events while it runs: kind and JSON text.</param>
    /// <param name="host">What the engine asks of the worker: name and JSON text in, JSON text out (<c>compile</c>, <c>ask</c>, …).</param>
    /// <param name="cancellation">Stops at the next statement boundary.</param>
    /// <returns>Kind (<c>result</c>, <c>error</c> or <c>cancelled</c>) and JSON text of the last message. Never throws.</returns>
    public static (string Kind, string Body) Invoke(string method, string request, Action<string, string> emit, Func<string, string, string> host, CancellationToken cancellation)
        => Dispatcher.Dispatch(method, request, emit, host, cancellation);
}
