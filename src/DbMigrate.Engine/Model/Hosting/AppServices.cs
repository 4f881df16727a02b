using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DbMigrate.Engine.Model.Hosting;

/// <summary>The services of the target's app as one request uses them: scopes end with it.</summary>
/// <param name="host">The app.</param>
/// <param name="warn">Tells the user something.</param>
/// <param name="cancellation">Ends waiting for the app.</param>
internal sealed class AppServices(AppHost host, Action<string> warn, CancellationToken cancellation) : IDisposable
{
    private readonly List<AsyncServiceScope> _scopes = [];
    private bool _warned;

    public string Name => host.Name;

    public string[] Arguments => host.Arguments;

    /// <summary>What became of the app; waits for it.</summary>
    public AppStart Start() => host.Start(cancellation);

    /// <summary>Services in a scope of their own; null where the app has none.</summary>
    public IServiceProvider? Open()
    {
        if (Start().Services is not { } services)
            return null;
        var scope = services.CreateAsyncScope();
        _scopes.Add(scope);
        return scope.ServiceProvider;
    }

    /// <summary>The contexts that are registered.</summary>
    public IReadOnlyList<Type> Contexts() => [.. Open()?.GetServices<DbContextOptions>().Select(o => o.ContextType) ?? []];

    /// <summary>Tells once that a context was made without the app, although there is one.</summary>
    public void WarnOfFailure(string context)
    {
        if (_warned || Start().Failure is not { } failure)
            return;
        _warned = true;
        warn($"{Name} failed when it was started for its services ({Reasons.Of(failure)}); {context} is made by its constructor.");
    }

    public void Dispose()
    {
        foreach (var scope in _scopes)
            scope.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _scopes.Clear();
    }
}
