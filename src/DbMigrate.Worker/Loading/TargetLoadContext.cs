using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace DbMigrate.Worker.Loading;

/// <summary>
/// Holds the target, its EF Core, its ASP.NET Core and the engine. What it does not find is looked for in the shared
/// frameworks only: the worker's own libraries never stand in for the target's.
/// </summary>
internal sealed class TargetLoadContext : AssemblyLoadContext
{
    private static readonly string[] EngineNames = ["DbMigrate.Engine", "DbMigrate.Revisions"];

    private readonly Action<string>? _bringCulture;
    private readonly string _folder;
    private readonly string _engineFolder;
    private readonly Dictionary<string, string> _scripts = new(StringComparer.Ordinal);
    private readonly AssemblyDependencyResolver _resolver;
    private readonly PackageAssets _packages;
    private readonly FrameworkAssemblies _frameworks = new();
    private readonly PrecompiledTwins _twins = new(FrameworkAssemblies.ProvidersFolder);

    /// <param name="target">The target, in its private copy where it has one.</param>
    /// <param name="engine">The engine.</param>
    /// <param name="packageFolders">Where packages are that were not copied beside the target.</param>
    /// <param name="bringCulture">Completes the private copy by the translated texts of a culture; null where there is no copy.</param>
    public TargetLoadContext(string target, string engine, PackageFolders packageFolders, Action<string>? bringCulture)
        : base("DbMigrate:" + Path.GetFileNameWithoutExtension(target))
    {
        Target = target;
        _bringCulture = bringCulture;
        _folder = Path.GetDirectoryName(target)!;
        _engineFolder = Path.GetDirectoryName(engine)!;
        _resolver = new AssemblyDependencyResolver(target);
        _packages = new PackageAssets(Path.ChangeExtension(target, ".deps.json"), packageFolders);
    }

    /// <summary>Full path of the target in its private copy.</summary>
    public string Target { get; }

    /// <summary>Where the target has an assembly; null where it has none.</summary>
    public string? ResolvePath(AssemblyName name)
        => string.IsNullOrEmpty(name.CultureName)
            ? _resolver.ResolveAssemblyToPath(name) ?? ResolveBeside(name.Name!) ?? _packages.FindAssembly(name.Name!)
            : _resolver.ResolveAssemblyToPath(name) ?? ResolveSatellite(name.CultureName, name.Name!);

    /// <summary>
    /// Lets what the target loads beside itself, by <c>Assembly.LoadFrom</c> or into contexts of its own, share its EF Core and
    /// its types. Otherwise such an assembly would get others of its own, and its part of the model would be missing without a word.
    /// </summary>
    public void ServePlugins()
        => Default.Resolving += (_, name) => string.IsNullOrEmpty(name.CultureName) && ResolvePath(name) is not null ? LoadFromAssemblyName(name) : null;

    /// <summary>Loads compiled scripts, from memory so that the cache's file stays free, and returns the assembly's name.</summary>
    public string LoadScripts(string path)
    {
        // One at a time: an assembly's name can be loaded once only.
        lock (_scripts)
        {
            if (!_scripts.TryGetValue(path, out var name))
            {
                using var stream = new MemoryStream(File.ReadAllBytes(path));
                _scripts.Add(path, name = LoadFromStream(stream).GetName().Name!);
            }

            return name;
        }
    }

    protected override Assembly? Load(AssemblyName name)
    {
        if (EngineNames.Contains(name.Name))
        {
            return LoadFromAssemblyPath(Path.Combine(_engineFolder, name.Name + ".dll"));
        }

        var path = ResolvePath(name);
        return path is null || _frameworks.HasNewer(name.Name!, path)
            ? _frameworks.Load(this, name)
            : LoadFromAssemblyPath(_twins.Prefer(path));
    }

    protected override nint LoadUnmanagedDll(string name)
        => (_resolver.ResolveUnmanagedDllToPath(name) ?? NativeNames(name).Select(FindNative).FirstOrDefault(p => p is not null)) is { } path
            ? LoadUnmanagedDllFromPath(path)
            : 0;

    private static IEnumerable<string> NativeNames(string name)
        => OperatingSystem.IsWindows() ? [name, name + ".dll"]
            : OperatingSystem.IsMacOS() ? [name, $"lib{name}.dylib", name + ".dylib"]
            : [name, $"lib{name}.so", name + ".so"];

    private string? ResolveBeside(string name)
    {
        var path = Path.Combine(_folder, name + ".dll");
        return File.Exists(path) ? path : null;
    }

    // The resolver only knows files that were there when it was made.
    private string? ResolveSatellite(string culture, string name)
    {
        _bringCulture?.Invoke(culture);
        return ResolveBeside(Path.Combine(culture, name));
    }

    private string? FindNative(string fileName)
    {
        string[] candidates =
        [
            Path.Combine(_folder, fileName),
            Path.Combine(_folder, "runtimes", RuntimeInformation.RuntimeIdentifier, "native", fileName),
        ];
        return candidates.FirstOrDefault(File.Exists) ?? _packages.FindNative(fileName);
    }
}
