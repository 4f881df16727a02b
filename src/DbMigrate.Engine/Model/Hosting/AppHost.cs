using System;
using System.Diagnostics;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Engine.Model.Hosting;

/// <summary>The target as an app: started once, as far as its host, for the services that are registered there.</summary>
/// <param name="target">The target's assembly.</param>
/// <param name="load">Loads an assembly that the target refers to; null where it cannot be had.</param>
/// <param name="arguments">What the app is started with.</param>
/// <param name="limit">How long it may take.</param>
internal sealed class AppHost(Assembly target, Func<AssemblyName, Assembly?> load, string[] arguments, TimeSpan limit)
{
    private const string Hosting = "Microsoft.Extensions.Hosting";

    private readonly object _gate = new();
    private Task<AppStart>? _start;

    public string Name => target.GetName().Name ?? "";

    public string[] Arguments => arguments;

    /// <summary>Starts the app where that was not done, and waits until it has its host or is at its end.</summary>
    /// <exception cref="DbMigrateException"><c>AppNotReady</c>: it takes longer than it may.</exception>
    /// <exception cref="OperationCanceledException">Nobody waits any more.</exception>
    public AppStart Start(CancellationToken cancellation)
    {
        Task<AppStart> start;
        lock (_gate)
            start = _start ??= Begin();
        return start.Wait((int)limit.TotalMilliseconds, cancellation)
            ? start.Result
            : throw ErrorCatalogue.AppNotReady.Error($"{Name} was started for the services that it registers, and has not built its host within {limit.TotalSeconds:0} seconds.", Name);
    }

    private Task<AppStart> Begin()
    {
        // An app that has nothing to do with hosts must not be run: it would just do its work.
        if (target.EntryPoint is not { } main || load(new AssemblyName(Hosting)) is null)
            return Task.FromResult(AppStart.None);
        var start = new TaskCompletionSource<AppStart>(TaskCreationOptions.RunContinuationsAsynchronously);
        Action run = HostMethod.Find(main) is { } method
            ? () => start.TrySetResult(new AppStart(HostMethod.Call(method, arguments), null))
            : () => Run(main, start);
        new Thread(() => Guard(run, start)) { IsBackground = true, Name = "Main of " + Name }.Start();
        return start.Task;
    }

    private static void Guard(Action run, TaskCompletionSource<AppStart> start)
    {
        try
        {
            run();
        }
        catch (Exception e)
        {
            start.TrySetResult(new AppStart(null, e));
        }
    }

    private void Run(MethodInfo main, TaskCompletionSource<AppStart> start)
    {
        using var heard = DiagnosticListener.AllListeners.Subscribe(new HostListener(
            services => start.TrySetResult(new AppStart(services, null)),
            () => start.TrySetResult(new AppStart(null, WebHostInMain()))));
        main.Invoke(null, BindingFlags.DoNotWrapExceptions, null, main.GetParameters().Length == 0 ? [] : [arguments], null);
        start.TrySetResult(AppStart.Ended);
    }

    private DbMigrateException WebHostInMain()
        => ErrorCatalogue.AppNotReady.Error(
            "its Main builds a WebHost, which hands its services to nobody; let a method CreateWebHostBuilder(string[] args) beside Main make the builder", Name);
}
