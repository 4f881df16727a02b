using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Threading;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Errors;
using DbMigrate.Revisions.Scripts;

namespace DbMigrate.Engine.Requests;

/// <summary>What a request can use of the process around it while it runs.</summary>
internal sealed class RequestScope(Action<string, string> emit, Func<string, string, string> host, CancellationToken cancellation) : IDisposable
{
    private readonly List<IDisposable> _owned = [];

    public CancellationToken Cancellation => cancellation;

    public SecretTexts Secrets { get; } = new();

    public void Verbose(string text) => emit(Events.Verbose, Text(text));

    public void Warning(string text) => emit(Events.Warning, Text(text));

    public void Progress(string activity, string status, int percent)
        => emit(Events.Progress, JsonSerializer.Serialize(
            new ProgressEvent { Activity = Secrets.Clean(activity), Status = Secrets.Clean(status), Percent = percent }, ProtocolJson.Default.ProgressEvent));

    public void Step(StepInfo step) => emit(Events.Step, JsonSerializer.Serialize(step, ProtocolJson.Default.StepInfo));

    /// <summary>What the worker was started for.</summary>
    public LoadRequest Target()
        => JsonSerializer.Deserialize(host(HostMethods.Target, "{}"), ProtocolJson.Default.LoadRequest)!;

    /// <summary>From now on neither this side nor the worker, which passes on what the target writes, shows anything of the string that is secret.</summary>
    public void Hide(string? connectionString)
    {
        Secrets.Add(connectionString);
        if (!string.IsNullOrEmpty(connectionString))
            host(HostMethods.Secret, JsonSerializer.Serialize(new TextEvent { Text = connectionString }, ProtocolJson.Default.TextEvent));
    }

    /// <summary>Says that all secrets of the target are known, so that what it wrote until now can be shown.</summary>
    public void SecretsAreKnown() => host(HostMethods.SecretsKnown, "{}");

    /// <summary>Has scripts compiled, or taken from the cache.</summary>
    public CompileResult Compile(CompileRequest request)
        => JsonSerializer.Deserialize(host(HostMethods.Compile, JsonSerializer.Serialize(request, ProtocolJson.Default.CompileRequest)), ProtocolJson.Default.CompileResult)!;

    /// <summary>Says that scripts may have to be compiled soon, so that the compiler can start while the database is opened.</summary>
    public void WarmUp(IEnumerable<RevisionScript> scripts)
    {
        ScriptSource[] sources = [.. scripts.Select(s => new ScriptSource { Hash = s.Hash })];
        if (sources.Length > 0)
            Announce(sources);
    }

    /// <summary>Says that a script which is about to be written will be compiled, so that the compiler can start while the model is built.</summary>
    public void WarmUpForNew() => Announce([]);

    /// <summary>Something that ends with the request.</summary>
    public void Own(IDisposable part) => _owned.Add(part);

    public void Dispose()
    {
        foreach (var part in _owned)
            part.Dispose();
    }

    private void Announce(ScriptSource[] sources)
        => host(HostMethods.WarmUp, JsonSerializer.Serialize(new CompileRequest { Scripts = sources }, ProtocolJson.Default.CompileRequest));

    /// <summary>Asks PowerShell, on the thread of the cmdlet, and waits for the answer.</summary>
    /// <exception cref="DbMigrateException">There is none: a hook failed, for example.</exception>
    /// <exception cref="System.OperationCanceledException">The request was cancelled meanwhile.</exception>
    public TAnswer Ask<TQuestion, TAnswer>(string kind, TQuestion question, JsonTypeInfo<TQuestion> questions, JsonTypeInfo<TAnswer> answers)
    {
        var ask = new AskEvent { Kind = kind, Body = JsonSerializer.Serialize(question, questions) };
        var answer = JsonSerializer.Deserialize(host(HostMethods.Ask, JsonSerializer.Serialize(ask, ProtocolJson.Default.AskEvent)), ProtocolJson.Default.AnswerRequest)!;
        return answer.Error is { } error
            ? throw ErrorCatalogue.Find(error.ErrorId).Error(error.Message, error.Target, error.Action.Length > 0 ? error.Action : null)
            : JsonSerializer.Deserialize(answer.Body, answers)!;
    }

    private string Text(string text) => JsonSerializer.Serialize(new TextEvent { Text = Secrets.Clean(text) }, ProtocolJson.Default.TextEvent);
}
