using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Reflection;
using DbMigrate.Engine.Model;
using DbMigrate.Engine.Model.Hosting;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Engine.Requests;

/// <summary>Makes the context of a request: one of the target's, or a bare one where there is only a provider.</summary>
internal sealed class TargetOpener
{
    private readonly DesiredSchemas _desired = new();
    private readonly ConcurrentDictionary<string, LoadedApp> _apps = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Assembly, string Context), ContextCandidate> _candidates = new();

    public TargetDatabase Open(DatabaseMessage database, FolderMessage folder, RequestScope scope)
    {
        scope.Hide(database.ConnectionString);
        var load = scope.Target();
        if (load.Assembly.Length == 0)
            return new TargetDatabase(ProviderContext.Create(Load(load.ProviderPath), database.ConnectionString), null, database, folder, scope);

        var app = App(load);
        var services = Services(app, scope);
        var candidate = _candidates.GetOrAdd((load.Assembly, database.Context), key => app.Finder(services).Select(key.Context));
        var factory = new ContextFactory(services, scope.Hide);
        var context = factory.CreateWithoutModel(candidate, database.ConnectionString);
        scope.SecretsAreKnown();
        return new TargetDatabase(
            context,
            traits => ReadDesired(factory, candidate, database.ConnectionString, traits),
            database,
            folder,
            scope);
    }

    /// <summary>All contexts of the target, or the one of this name, with what is known of each.</summary>
    public ContextInfo[] List(string name, RequestScope scope)
    {
        var load = scope.Target();
        if (load.Assembly.Length == 0)
            return [];
        var app = App(load);
        var services = Services(app, scope);
        var finder = app.Finder(services);
        IReadOnlyList<ContextCandidate> candidates = name.Length == 0 ? finder.FindAll() : [finder.Select(name)];
        var factory = new ContextFactory(services, scope.Hide);
        var infos = new List<ContextInfo>();
        foreach (var candidate in candidates)
        {
            infos.Add(Describe(candidate, factory, scope));
            scope.Cancellation.ThrowIfCancellationRequested();
        }
        return [.. infos];
    }

    private SchemaState ReadDesired(ContextFactory factory, ContextCandidate candidate, string connectionString, ProviderTraits traits)
    {
        using var context = factory.Create(candidate, connectionString);
        return _desired.Read(context, traits);
    }

    private static ContextInfo Describe(ContextCandidate candidate, ContextFactory factory, RequestScope scope)
    {
        var info = new ContextInfo
        {
            Name = candidate.Name,
            FullName = candidate.FullName,
            Assembly = candidate.Type.Assembly.GetName().Name ?? "",
            EfCoreVersion = EfVersions.EfCoreVersion,
        };
        try
        {
            using var context = factory.CreateWithoutModel(candidate, "");
            info.Provider = context.Database.ProviderName ?? "";
            (info.DataSource, info.Database) = ProviderParts.Names(context, scope);
        }
        catch (DbMigrateException e) when (e.Kind != ErrorCatalogue.AppNotReady)
        {
            info.Problem = scope.Secrets.Clean(e.Message);
        }
        return info;
    }

    private LoadedApp App(LoadRequest load) => _apps.GetOrAdd(load.Assembly, path => new LoadedApp(Load(path), load));

    private static AppServices Services(LoadedApp app, RequestScope scope)
    {
        var services = new AppServices(app.Host, scope.Warning, scope.Cancellation);
        scope.Own(services);
        return services;
    }

    // By name, so that the load context that the engine is in finds it: there is the target's own EF Core.
    private static Assembly Load(string path) => Assembly.Load(AssemblyName.GetAssemblyName(path));

    private static Assembly? Find(AssemblyName name)
    {
        try
        {
            return Assembly.Load(name);
        }
        catch (Exception e) when (e is FileNotFoundException or FileLoadException or BadImageFormatException)
        {
            return null;
        }
    }

    /// <summary>A target with what is found in it, and its app.</summary>
    private sealed class LoadedApp(Assembly target, LoadRequest load)
    {
        public AppHost Host { get; } = new(target, Find, load.Arguments, TimeSpan.FromSeconds(load.StartTimeout));

        public ContextFinder Finder(AppServices services) => new(target, Find, services.Contexts);
    }
}
