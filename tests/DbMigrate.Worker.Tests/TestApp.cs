using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using DbMigrate.Protocol;
using DbMigrate.Tests.Fixtures;
using Xunit;

namespace DbMigrate.Worker.Tests;

/// <summary>A worker with the real engine and a target.</summary>
internal sealed class TestApp : IAsyncDisposable
{
    private TestApp(TestWorker worker) => Worker = worker;

    public TestWorker Worker { get; }

    public static async Task<TestApp> Load(string target, Action<LoadRequest>? change = null)
    {
        var app = new TestApp(TestWorker.StartFor(target));
        var request = app.Worker.LoadRequestFor(target);
        request.Engine = Paths.Engine;
        change?.Invoke(request);
        Assert.Equal("result", (await app.Worker.Ask("load", request)).Kind);
        return app;
    }

    public Task<Envelope> Ask(string context, List<Envelope>? events = null)
        => Worker.Ask(Methods.Contexts, new ContextsRequest { Context = context }, events);

    public async Task<ContextInfo[]> Contexts(string context = "", List<Envelope>? events = null)
    {
        var answer = await Ask(context, events);
        Assert.True(answer.Kind == "result", answer.Body);
        return JsonSerializer.Deserialize<ContextsResult>(answer.Body)!.Contexts;
    }

    /// <summary>The database of the only context, and why there is none.</summary>
    public (string Database, string Problem) Fact(ContextInfo[] contexts)
    {
        var context = Assert.Single(contexts);
        return (context.DataSource.Length > 0 ? context.DataSource.Split('/', '\\').Last() : "", context.Problem);
    }

    public ValueTask DisposeAsync() => Worker.DisposeAsync();
}
