using System;
using System.IO;
using System.Threading;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Worker;

/// <summary>A running worker process. One request at a time.</summary>
internal sealed class WorkerClient : IDisposable
{
    private static readonly TimeSpan EndGrace = TimeSpan.FromSeconds(5);

    private readonly WorkerProcess _process;
    private readonly RuntimeConfig _config;
    private string _privateDirectory = "";
    private int _lastId;
    private bool _isBroken;
    private int _disposed;

    private WorkerClient(WorkerProcess process, RuntimeConfig config)
    {
        _process = process;
        _config = config;
    }

    /// <summary>True while a request runs, also when a hook or a cmdlet further down the pipeline asks for another.</summary>
    public bool IsBusy { get; private set; }

    /// <summary>Whether no further request can be sent.</summary>
    public bool HasEnded => _disposed == 1 || _isBroken || _process.HasExited;

    public int ProcessId => _process.Id;

    /// <summary>Starts a process and lets it load its target; a second one where the target needs more frameworks than its files say.</summary>
    public static WorkerClient Start(ModuleLayout layout, TargetBuild target, IWorkerSink sink, CancellationToken cancellation)
    {
        var request = target.ToRequest(layout.Engine, UserCache.Scripts);
        var (client, loaded) = Start(layout, target, RuntimeConfig.For(target.Path), request, sink, cancellation);
        if (loaded.MissingFrameworks.Length > 0)
        {
            client.Dispose();
            request.FrameworksAreKnown = true;
            (client, loaded) = Start(layout, target, RuntimeConfig.For(target.Path, loaded.MissingFrameworks), request, sink, cancellation);
        }

        client._privateDirectory = loaded.PrivateDirectory;
        client._process.HasTarget = true;
        sink.Debug($"Worker {client.ProcessId} runs .NET {loaded.RuntimeVersion} and EF Core {loaded.EfCoreVersion}.");
        return client;
    }

    /// <summary>Sends a request and waits for its result; events reach <paramref name="sink"/> on this thread meanwhile.</summary>
    /// <exception cref="DbMigrateException">The request failed, or the worker ended.</exception>
    /// <exception cref="WorkerCancelledException">The request was stopped by <paramref name="cancellation"/>.</exception>
    public TResult Call<TResult>(string method, object request, IWorkerSink sink, CancellationToken cancellation)
        where TResult : new()
    {
        if (cancellation.IsCancellationRequested)
        {
            throw new WorkerCancelledException("Stopped before anything was done.");
        }

        var id = ++_lastId;
        IsBusy = true;
        try
        {
            var last = new WorkerRequest(_process, id, sink).Run(method, request, cancellation);
            if (last.EndsWorker)
            {
                sink.Debug($"Worker {ProcessId} ends, because the target has loaded files of its folder by itself, which a build could not replace.");
                Dispose();
            }

            WorkerEvents.ThrowIfNoResult(last, sink);
            return WorkerEvents.Read<TResult>(last);
        }
        catch (WorkerEndedException e)
        {
            throw WorkerEvents.ToException(e, _config);
        }
        catch (UnreadableMessageException e)
        {
            _process.Kill();
            _isBroken = true;
            throw ErrorCatalogue.WorkerFailed.Error(e.Message, inner: e);
        }
        catch (DbMigrateException e) when (e.Kind == ErrorCatalogue.WorkerFailed || e.Kind == ErrorCatalogue.AppNotReady)
        {
            // Its last words: the process may need a moment more to end. An app that hangs in it ends with it.
            _isBroken = true;
            throw;
        }
        finally
        {
            IsBusy = false;
        }
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
        {
            return;
        }

        _process.End(EndGrace);
        _process.Dispose();
        try
        {
            if (_privateDirectory.Length > 0 && Directory.Exists(_privateDirectory))
            {
                Directory.Delete(_privateDirectory, recursive: true);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next worker sweeps it.
        }
    }

    private static (WorkerClient Client, LoadResult Loaded) Start(ModuleLayout layout, TargetBuild target, RuntimeConfig config, LoadRequest request, IWorkerSink sink, CancellationToken cancellation)
    {
        var client = new WorkerClient(WorkerProcess.Start(layout.Hosts().Command(config, layout.Worker), target.StartDirectory), config);
        try
        {
            return (client, client.Call<LoadResult>(Methods.Load, request, sink, cancellation));
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }
}
