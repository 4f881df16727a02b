using System;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace DbMigrate.Engine.Model.Hosting;

/// <summary>Asks the services of the target's app: a pool's options, a registered factory, the registered context, its constructor.</summary>
internal sealed class HostSource(AppServices app) : ContextSource
{
    public override DbContext? TryCreate(ContextCandidate candidate)
    {
        if (app.Open() is not { } services)
            return null;

        // A context of a pool would go back to it with the connection that a command has given it.
        if (IsPooled(services, candidate.Type))
            return (DbContext)ActivatorUtilities.CreateInstance(services, candidate.Type);
        var factory = typeof(IDbContextFactory<>).MakeGenericType(candidate.Type);
        return services.GetService(factory) is { } registered
            ? (DbContext?)factory.GetMethod("CreateDbContext")!.Invoke(registered, null)
            : (DbContext)ActivatorUtilities.GetServiceOrCreateInstance(services, candidate.Type);
    }

    private static bool IsPooled(IServiceProvider services, Type context)
        => services.GetService(typeof(DbContextOptions<>).MakeGenericType(context)) is DbContextOptions options
            && options.FindExtension<CoreOptionsExtension>()?.MaxPoolSize is not null;
}
