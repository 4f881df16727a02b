using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;

namespace DbMigrate.Engine.Model.Hosting;

/// <summary>
/// Hears that a host has been built, and keeps the thread that built it: the app never gets to run the host, nor to
/// dispose it, nor to what it does when it thinks that it failed.
/// </summary>
/// <param name="built">Takes the services; false where the app has a host already, and this is another one.</param>
/// <param name="lost">Is told of a host whose services nobody can have; false where the app has a host already.</param>
internal sealed class HostListener(Func<IServiceProvider, bool> built, Func<bool> lost) : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private const string Source = "Microsoft.Extensions.Hosting";
    private const string Built = "HostBuilt";
    private const string WebSource = "Microsoft.AspNetCore";
    private const string WebHostBuilder = "Microsoft.AspNetCore.Hosting.WebHostBuilder";

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == Source)
            value.Subscribe(this);
        else if (value.Name == WebSource && IsMadeByWebHostBuilder() && lost())
            Thread.Sleep(Timeout.Infinite);
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == Built && value.Value is not null && HostServices.Of(value.Value) is { } services && built(services))
            Thread.Sleep(Timeout.Infinite);
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    /// <summary>The oldest kind of host tells nothing of itself; it is known by who makes the source of the server's events.</summary>
    private static bool IsMadeByWebHostBuilder()
        => new StackTrace().GetFrames().Any(f => f.GetMethod()?.DeclaringType?.FullName == WebHostBuilder);
}
