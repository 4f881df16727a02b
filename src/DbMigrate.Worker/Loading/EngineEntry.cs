using System;
using System.Reflection;
using System.Threading;
using DbMigrate.Worker.Serving;

namespace DbMigrate.Worker.Loading;

/// <summary>The engine's one entry point, bound once. Strings and delegates cross, no types.</summary>
internal sealed class EngineEntry
{
    private const string TypeName = "DbMigrate.Engine.EntryPoint";

    private readonly Invocation _invoke;

    private EngineEntry(Invocation invoke) => _invoke = invoke;

    private delegate (string Kind, string Body) Invocation(string method, string request, Action<string, string> emit, Func<string, string, string> host, CancellationToken cancellation);

    public static EngineEntry Load(TargetLoadContext context, string engine)
    {
        var method = context.LoadFromAssemblyPath(engine).GetType(TypeName)?.GetMethod("Invoke", BindingFlags.Public | BindingFlags.Static)
            ?? throw new WorkerException(WorkerException.WorkerFailed, $"'{engine}' is not the engine that belongs to this worker.");
        return new EngineEntry(method.CreateDelegate<Invocation>());
    }

    public (string Kind, string Body) Invoke(string method, string request, Action<string, string> emit, Func<string, string, string> host, CancellationToken cancellation)
        => _invoke(method, request, emit, host, cancellation);
}
