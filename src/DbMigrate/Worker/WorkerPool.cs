using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using System.Threading;

namespace DbMigrate.Worker;

/// <summary>The workers of one runspace, kept warm and replaced when their target is built anew.</summary>
internal sealed class WorkerPool : IDisposable
{
    private static readonly TimeSpan LongestIdle = TimeSpan.FromMinutes(15);
    private static readonly ConditionalWeakTable<Runspace, WorkerPool> Pools = new();

    private readonly ModuleLayout _layout;
    private readonly TargetResolver _resolver;
    private readonly List<PooledWorker> _workers = [];
    private readonly object _gate = new();
    private readonly Timer _idle;

    public WorkerPool(ModuleLayout layout)
    {
        _layout = layout;
        _resolver = new TargetResolver(layout);
        _idle = new Timer(_ => EndIdle(DateTime.UtcNow - LongestIdle), null, LongestIdle, TimeSpan.FromMinutes(1));
    }

    /// <summary>The pool that belongs to a runspace.</summary>
    public static WorkerPool For(Runspace runspace) => Pools.GetValue(runspace, Create);

    /// <summary>Ends the workers of a runspace, if it has any.</summary>
    public static void End(Runspace runspace)
    {
        if (Pools.TryGetValue(runspace, out var pool))
        {
            _ = Pools.Remove(runspace);
            pool.Dispose();
        }
    }

    /// <summary>Builds the target where needed and returns a worker that has loaded it. The pool owns the worker.</summary>
    public WorkerClient Get(TargetSpec target, IWorkerSink sink, CancellationToken cancellation)
    {
        var build = _resolver.Resolve(target, sink, cancellation);
        var stamp = build.ReadStamp();
        if (TakeWarm(build.Key, stamp) is { } warm)
        {
            return warm;
        }

        var worker = new PooledWorker(build.Key, stamp, WorkerClient.Start(_layout, build, sink, cancellation));
        lock (_gate)
        {
            _workers.Add(worker);
        }

        return worker.Client;
    }

    public void Dispose()
    {
        _idle.Dispose();
        End(_ => true);
    }

    private static WorkerPool Create(Runspace runspace)
    {
        var pool = new WorkerPool(ModuleLayout.Installed);
        runspace.StateChanged += (sender, e) =>
        {
            if (e.RunspaceStateInfo.State is RunspaceState.Closed or RunspaceState.Broken)
            {
                End((Runspace)sender!);
            }
        };
        return pool;
    }

    /// <summary>
    /// An idle worker of exactly this build. Those of older builds are ended. A busy one belongs to a command further up
    /// the same pipeline, which would never get its answer: the caller then starts another.
    /// </summary>
    private WorkerClient? TakeWarm(string key, string stamp)
    {
        End(w => w.Client.HasEnded || (!w.Client.IsBusy && w.Key == key && w.Stamp != stamp));
        lock (_gate)
        {
            var worker = _workers.FirstOrDefault(w => w.Key == key && w.Stamp == stamp && !w.Client.IsBusy);
            if (worker is not null)
            {
                worker.LastUsed = DateTime.UtcNow;
            }

            return worker?.Client;
        }
    }

    private void EndIdle(DateTime before) => End(w => !w.Client.IsBusy && w.LastUsed < before);

    private void End(Func<PooledWorker, bool> isOver)
    {
        PooledWorker[] over;
        lock (_gate)
        {
            over = [.. _workers.Where(isOver)];
            _ = _workers.RemoveAll(w => over.Contains(w));
        }

        foreach (var worker in over)
        {
            worker.Client.Dispose();
        }
    }

    private sealed class PooledWorker(string key, string stamp, WorkerClient client)
    {
        public string Key { get; } = key;

        public string Stamp { get; } = stamp;

        public WorkerClient Client { get; } = client;

        public DateTime LastUsed { get; set; } = DateTime.UtcNow;
    }
}
