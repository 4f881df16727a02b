using System;
using System.Linq;
using System.Threading;
using DbMigrate.Protocol;
using DbMigrate.Worker.Compilation;
using DbMigrate.Worker.Loading;

namespace DbMigrate.Worker.Serving;

/// <summary>What a worker knows after its first request: the target, its engine, the compiler of its scripts.</summary>
internal sealed class Session(SecretTexts secrets, TargetOutput output) : IDisposable
{
    private LoadedTarget? _target;
    private ScriptCompiler? _compiler;

    /// <summary>Whether files of the target are open in this process, so that no build can replace them.</summary>
    public bool HoldsFiles => _target?.HoldsFiles == true;

    /// <summary>Runs one request and returns the last message.</summary>
    public (string Kind, string Body) Run(Envelope request, Action<string, string> emit, Func<string, string> ask, CancellationToken cancellation)
    {
        if (request.Kind == Methods.Load)
        {
            return (Events.Result, Json.Write(Load(Json.Read(request.Body, Messages.Compact.LoadRequest))));
        }

        var target = _target ?? throw new WorkerException(WorkerException.WorkerFailed, $"The worker was asked for '{request.Kind}' before it was given a target.");
        return target.Engine.Invoke(request.Kind, request.Body, emit, (method, body) => method == HostMethods.Ask ? ask(body) : Host(method, body), cancellation);
    }

    public void Dispose() => _target?.Dispose();

    private LoadResult Load(LoadRequest request)
    {
        if (_target is not null)
        {
            throw new WorkerException(WorkerException.WorkerFailed, "The worker has a target already.");
        }

        // Frameworks are chosen at the start of a process, so that another one has to load such a target.
        if (MissingFrameworks.Find(request) is { Length: > 0 } missing)
        {
            return new LoadResult { MissingFrameworks = missing };
        }

        foreach (var argument in request.Arguments)
        {
            secrets.AddIfConnectionString(argument);
        }

        _target = LoadedTarget.Load(request);
        _compiler = new ScriptCompiler(_target.Context, request.CacheDirectory, _target.EfCoreVersion);
        return new LoadResult
        {
            RuntimeVersion = Environment.Version.ToString(),
            EfCoreVersion = _target.EfCoreVersion.ToString(3),
            PrivateDirectory = _target.PrivateDirectory,
        };
    }

    /// <summary>What the engine may ask of the worker; called from any of its threads.</summary>
    private string Host(string method, string body) => method switch
    {
        HostMethods.Compile => Json.Write(Compile(Json.Read(body, Messages.Compact.CompileRequest))),
        HostMethods.WarmUp => WarmUp(Json.Read(body, Messages.Compact.CompileRequest)),
        HostMethods.Secret => Hide(Json.Read(body, Messages.Compact.TextEvent)),
        HostMethods.SecretsKnown => Release(),
        HostMethods.Target => Json.Write(_target!.Request),
        _ => throw new WorkerException(WorkerException.WorkerFailed, $"The engine asked the worker for '{method}', which it does not know."),
    };

    private string WarmUp(CompileRequest request)
    {
        _compiler!.WarmUpFor(request);
        return "{}";
    }

    private string Hide(TextEvent message)
    {
        secrets.Add(message.Text);
        return "{}";
    }

    private string Release()
    {
        output.Release();
        return "{}";
    }

    private CompileResult Compile(CompileRequest request)
    {
        var result = _compiler!.Compile(request);
        return new CompileResult { Assemblies = [.. result.Assemblies.Select(_target!.Context.LoadScripts)], Errors = result.Errors };
    }
}
