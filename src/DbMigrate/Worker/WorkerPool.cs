using System;
using System.Management.Automation.Runspaces;
using System.Threading;

namespace DbMigrate.Worker;

/// <summary>The workers of one runspace, kept warm and replaced when their target is built anew.</summary>
internal sealed class WorkerPool : IDisposable
{
    /// <summary>The pool that belongs to a runspace.</summary>
    public static WorkerPool For(Runspace runspace) => throw new NotImplementedException();

    /// <summary>Builds the target where needed and returns a worker that has loaded it. The pool owns the worker.</summary>
    public WorkerClient Get(TargetSpec target, IWorkerSink sink, CancellationToken cancellation)
        => throw new NotImplementedException();

    public void Dispose()
    {
    }
}
