using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Reflection;
using DbMigrate.Engine.Model;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Engine.Requests;

/// <summary>Makes the context of a request: one of the target's, or a bare one where there is only a provider.</summary>
internal sealed class TargetOpener
{
    private readonly ContextFactory _factory = new();
    private readonly DesiredSchemas _desired = new();
    private readonly ConcurrentDictionary<string, ContextFinder> _finders = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Assembly, string Context), ContextCandidate> _candidates = new();

    public TargetDatabase Open(DatabaseMessage database, FolderMessage folder, RequestScope scope)
    {
        scope.Secrets.Add(database.ConnectionString);
        var load = scope.Target();
        if (load.Assembly.Length == 0)
            return new TargetDatabase(ProviderContext.Create(Load(load.ProviderPath), database.ConnectionString), null, database, folder, scope);

        var candidate = _candidates.GetOrAdd((load.Assembly, database.Context), key => Finder(key.Assembly).Select(key.Context));
        return new TargetDatabase(
            _factory.CreateWithoutModel(candidate, database.ConnectionString), traits => ReadDesired(candidate, database.ConnectionString, traits), database, folder, scope);
    }

    /// <summary>All contexts of the target, or the one of this name, with what is known of each.</summary>
    public ContextInfo[] List(string name, RequestScope scope)
    {
        var load = scope.Target();
        if (load.Assembly.Length == 0)
            return [];
        var finder = Finder(load.Assembly);
        IReadOnlyList<ContextCandidate> candidates = name.Length == 0 ? finder.Find() : [finder.Select(name)];
        var infos = new List<ContextInfo>();
        foreach (var candidate in candidates)
        {
            infos.Add(Describe(candidate, scope));
            scope.Cancellation.ThrowIfCancellationRequested();
        }
        return [.. infos];
    }

    private SchemaState ReadDesired(ContextCandidate candidate, string connectionString, ProviderTraits traits)
    {
        using var context = _factory.Create(candidate, connectionString);
        return _desired.Read(context, traits);
    }

    private ContextInfo Describe(ContextCandidate candidate, RequestScope scope)
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
            using var context = _factory.CreateWithoutModel(candidate, "");
            info.Provider = context.Database.ProviderName ?? "";
            (info.DataSource, info.Database) = ProviderParts.Names(context, scope);
        }
        catch (DbMigrateException e)
        {
            info.Problem = scope.Secrets.Clean(e.Message);
        }
        return info;
    }

    private ContextFinder Finder(string assembly) => _finders.GetOrAdd(assembly, path => new ContextFinder(Load(path), Find));

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
}
