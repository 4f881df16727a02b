using System;
using System.IO;
using System.Reflection;
using DbMigrate.Protocol;
using DbMigrate.Worker.Serving;

namespace DbMigrate.Worker.Loading;

/// <summary>The target, or the provider that stands for it, with the engine beside it. One worker loads one.</summary>
internal sealed class LoadedTarget : IDisposable
{
    private const string RelationalName = "Microsoft.EntityFrameworkCore.Relational";
    private const int OldestEfCore = 8;

    private readonly PrivateCopy? _copy;
    private readonly HeldFiles? _files;

    private LoadedTarget(LoadRequest request, PrivateCopy? copy, HeldFiles? files, TargetLoadContext context, EngineEntry engine, Version efCoreVersion)
    {
        Request = request;
        _copy = copy;
        _files = files;
        Context = context;
        Engine = engine;
        EfCoreVersion = efCoreVersion;
    }

    /// <summary>What the worker was started for, with the paths of the private copy.</summary>
    public LoadRequest Request { get; }

    public TargetLoadContext Context { get; }

    public EngineEntry Engine { get; }

    public Version EfCoreVersion { get; }

    public string PrivateDirectory => _copy?.Directory ?? "";

    /// <summary>Whether the target has loaded something of its folder itself, by path. What ships with the module may stay open.</summary>
    public bool HoldsFiles => _files?.Any == true;

    public static LoadedTarget Load(LoadRequest request)
    {
        var original = request.Assembly.Length > 0 ? request.Assembly : request.ProviderPath;
        TargetInspector.Check(original);
        HeldFiles? files = null;
        PrivateCopy? copy = null;
        try
        {
            // What ships with the module is replaced with the module alone.
            var path = original;
            if (!IsShipped(original))
            {
                copy = PrivateCopy.Of(original);
                path = copy.Path(original);
                files = new HeldFiles(Path.GetDirectoryName(original)!);
            }

            AppEnvironment.Set(request, original);
            var context = new TargetLoadContext(path, request.Engine, new PackageFolders(request.ProjectDirectory), copy is null ? null : copy.BringCulture);
            context.ServePlugins();
            var efCore = CheckEfCore(context, original);
            var engine = EngineEntry.Load(context, request.Engine);
            AppEnvironment.SetEntryAssembly(context, path, request.Assembly.Length > 0);
            return new LoadedTarget(Moved(request, path), copy, files, context, engine, efCore);
        }
        catch
        {
            files?.Dispose();
            copy?.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _files?.Dispose();
        _copy?.Dispose();
    }

    private static bool IsShipped(string path)
        => path.StartsWith(FrameworkAssemblies.ProvidersFolder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static Version CheckEfCore(TargetLoadContext context, string target)
    {
        var path = context.ResolvePath(new AssemblyName(RelationalName))
            ?? throw new WorkerException(WorkerException.EfCoreNotFound, $"'{target}' comes without {RelationalName}, so it has no relational EF Core.", target);
        var version = AssemblyName.GetAssemblyName(path).Version ?? new Version(0, 0, 0);
        return version.Major >= OldestEfCore
            ? version
            : throw new WorkerException(WorkerException.EfCoreNotFound, $"'{target}' uses EF Core {version.ToString(3)}; the oldest supported is {OldestEfCore}.", target);
    }

    private static LoadRequest Moved(LoadRequest request, string path) => new()
    {
        Assembly = request.Assembly.Length > 0 ? path : "",
        ProviderPath = request.ProviderPath.Length > 0 ? path : "",
        ProjectDirectory = request.ProjectDirectory,
        Environment = request.Environment,
        Arguments = request.Arguments,
        StartTimeout = request.StartTimeout,
        Engine = request.Engine,
        CacheDirectory = request.CacheDirectory,
    };
}
