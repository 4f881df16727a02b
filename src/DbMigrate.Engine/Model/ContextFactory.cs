using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using DbMigrate.Engine.Model.Hosting;
using DbMigrate.Revisions.Errors;
using Microsoft.EntityFrameworkCore;

namespace DbMigrate.Engine.Model;

/// <summary>Makes instances of a target's contexts.</summary>
/// <param name="app">The services of the target's app.</param>
/// <param name="hide">Is told the connection string that a context has of its own, used or not.</param>
internal sealed class ContextFactory(AppServices app, Action<string?> hide)
{
    private readonly IReadOnlyList<ContextSource> _sources = [new DesignTimeFactorySource(app.Arguments), new HostSource(app), new ConstructorSource(app)];

    /// <summary>A context whose services work; EF builds its runtime model on the way.</summary>
    /// <param name="candidate">The context.</param>
    /// <param name="connectionString">Replaces the context's own; empty keeps that.</param>
    /// <exception cref="DbMigrateException"><c>ContextNotCreated</c> with the reason, <c>EfCoreNotFound</c> where its provider is not relational.</exception>
    public DbContext Create(ContextCandidate candidate, string connectionString)
        => Guard(candidate, context => Prepare(context, connectionString));

    /// <summary>
    /// A context for the same database without a model, made in a fraction of the time: for all that needs only
    /// the connection and the provider. Where the options cannot be had, the context itself.
    /// </summary>
    /// <param name="candidate">The context.</param>
    /// <param name="connectionString">Replaces the context's own; empty keeps that.</param>
    /// <exception cref="DbMigrateException">As <see cref="Create"/>.</exception>
    public DbContext CreateWithoutModel(ContextCandidate candidate, string connectionString)
        => Guard(candidate, context => PrepareBare(context, connectionString) ?? Prepare(context, connectionString));

    // The context itself serves too, and says better what is wrong with it.
    private BareContext? PrepareBare(DbContext context, string connectionString)
    {
        try
        {
            var bare = BareContext.TryCreateLike(context);
            return bare is null ? null : Prepare(bare, connectionString);
        }
        catch (Exception e) when (e is not (DbMigrateException or OutOfMemoryException))
        {
            return null;
        }
    }

    private T Prepare<T>(T context, string connectionString)
        where T : DbContext
    {
        if (!context.Database.IsRelational())
        {
            throw ErrorCatalogue.EfCoreNotFound.Error(
                $"The provider {context.Database.ProviderName} is not relational, so that there is no schema to migrate.", context.Database.ProviderName);
        }

        HideOwn(context);
        if (connectionString.Length > 0)
            context.Database.SetConnectionString(connectionString);
        return context;
    }

    private void HideOwn(DbContext context)
    {
        try
        {
            hide(context.Database.GetConnectionString());
        }
        catch (InvalidOperationException)
        {
            // It is the name of a setting that is not there: who has to connect by it hears so.
        }
    }

    private DbContext Guard(ContextCandidate candidate, Func<DbContext, DbContext> prepare)
    {
        // Contexts ask it to leave out what only the running application can do. Not a member of every version.
        typeof(EF).GetProperty("IsDesignTime", BindingFlags.Public | BindingFlags.Static)?.SetValue(null, true);
        DbContext? context = null;
        try
        {
            context = _sources.Select(s => s.TryCreate(candidate)).FirstOrDefault(c => c is not null);
            if (context is not null)
                return prepare(context);
        }
        catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException))
        {
            throw e is DbMigrateException ? e : NotCreated(candidate, context, e);
        }

        var start = app.Start();
        var (why, action) = start switch
        {
            { Failure: { } failure } => ($"{app.Name} failed when it was started for its services ({Reasons.Of(failure)}); ", $"Correct {app.Name}, or choose another -Environment. {Action(candidate)}"),
            { HasEnded: true } => ($"{app.Name} ended before it built its host, when it was started for its services; ", $"If {app.Name} registers it, pass what it needs to come as far with -AppArgument, or choose another -Environment. {Action(candidate)}"),
            _ => ("", $"Pass -Project of the app that registers it, or add a class that implements IDesignTimeDbContextFactory<{candidate.Name}>."),
        };
        throw ErrorCatalogue.ContextNotCreated.Error(
            $"{candidate.FullName} cannot be created: {why}it has no public constructor without parameters, and there is no IDesignTimeDbContextFactory<{candidate.Name}>.",
            candidate.FullName,
            action,
            start.Failure);
    }

    // Where it works without its model, nothing but the model is wrong, and no factory would help.
    private DbMigrateException NotCreated(ContextCandidate candidate, DbContext? context, Exception cause)
    {
        using (context)
        {
            using var bare = context is null ? null : PrepareBare(context, "");
            return bare is null
                ? ErrorCatalogue.ContextNotCreated.Error($"{candidate.FullName} cannot be created: {Reasons.Of(cause)}", candidate.FullName, Action(candidate), cause)
                : ErrorCatalogue.ContextNotCreated.Error($"The model of {candidate.FullName} cannot be built: {Reasons.Of(cause)}", candidate.FullName, $"Correct the model in {candidate.Name}, or in the configurations that it applies.", cause);
        }
    }

    private static string Action(ContextCandidate candidate)
        => candidate.Factory is null
            ? $"Add a class that implements IDesignTimeDbContextFactory<{candidate.Name}> to the project."
            : $"Correct {candidate.Factory.Name} or {candidate.Name}.";
}
