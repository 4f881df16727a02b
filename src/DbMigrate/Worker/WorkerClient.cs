using System;
using System.Threading;

namespace DbMigrate.Worker;

/// <summary>A running worker process. One request at a time.</summary>
internal sealed class WorkerClient : IDisposable
{
    /// <summary>Sends a request and waits for its result; events reach <paramref name="sink"/> on this thread meanwhile.</summary>
    /// <exception cref="Revisions.Errors.DbMigrateException">The request failed, or the worker ended.</exception>
    /// <exception cref="WorkerCancelledException">The request was stopped by <paramref name="cancellation"/>.</exception>
    public TResult Call<TResult>(string method, object request, IWorkerSink sink, CancellationToken cancellation)
        where TResult : new()
        => throw new NotImplementedException();

    public void Dispose()
    {
    }
}
