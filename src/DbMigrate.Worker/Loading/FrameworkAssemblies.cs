using System;
using System.Collections.Generic;
using System.IO;
using System.Reflection;
using System.Runtime.Loader;

namespace DbMigrate.Worker.Loading;

/// <summary>The assemblies of the frameworks that this process runs on, told from those of the worker, or of the PowerShell that runs it.</summary>
internal sealed class FrameworkAssemblies
{
    private readonly Dictionary<string, string> _shared = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _own = new(StringComparer.OrdinalIgnoreCase);

    public FrameworkAssemblies()
    {
        foreach (var path in TrustedPaths)
        {
            var name = Path.GetFileNameWithoutExtension(path);
            if (IsOwn(path))
            {
                _ = _own.Add(name);
            }
            else
            {
                _shared[name] = path;
            }
        }
    }

    private static string CoreFolder { get; } = Path.GetDirectoryName(typeof(object).Assembly.Location) + Path.DirectorySeparatorChar;

    /// <summary>All assemblies that the host found for this process.</summary>
    public static IEnumerable<string> TrustedPaths
        => ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Where the worker itself is; <see cref="AppContext.BaseDirectory"/> becomes the target's.</summary>
    public static string WorkerFolder { get; } = Path.GetDirectoryName(typeof(FrameworkAssemblies).Assembly.Location) + Path.DirectorySeparatorChar;

    /// <summary>Where the providers are that ship beside the worker.</summary>
    public static string ProvidersFolder { get; } = Path.GetFullPath(Path.Combine(WorkerFolder, "..", "providers"));

    /// <summary>Whether a trusted assembly belongs to the worker, or to the PowerShell that runs it, and not to a framework.</summary>
    public static bool IsOwn(string path)
        => path.StartsWith(ProcessApp.Folder, StringComparison.Ordinal) && !ProcessApp.RuntimeFiles.Contains(Path.GetFileName(path));

    /// <summary>Whether a framework of this process has an assembly.</summary>
    public bool Has(string name) => _shared.ContainsKey(name) || HidesOne(name);

    /// <summary>Whether a framework has the assembly in a version that the host would prefer to the target's file.</summary>
    public bool HasNewer(string name, string path)
        => _shared.TryGetValue(name, out var shared) && AssemblyName.GetAssemblyName(shared).Version >= AssemblyName.GetAssemblyName(path).Version;

    /// <summary>Loads a framework's assembly, or says that it is missing.</summary>
    /// <returns>Null where the default context has it: what the runtime itself consists of exists once.</returns>
    public Assembly? Load(AssemblyLoadContext context, AssemblyName name)
    {
        // ASP.NET Core and others belong to the target: they look for its types by name, and meet its newer packages.
        if (_shared.TryGetValue(name.Name!, out var path))
        {
            return path.StartsWith(CoreFolder, StringComparison.Ordinal) ? null : context.LoadFromAssemblyPath(path);
        }

        if (!_own.Contains(name.Name!))
        {
            return null;
        }

        // The worker brings a newer one than the framework; the target gets the framework's.
        return HidesOne(name.Name!)
            ? context.LoadFromAssemblyPath(CoreFolder + name.Name + ".dll")
            : throw new FileNotFoundException($"The target needs '{name}' and does not bring it.", name.Name);
    }

    private static bool HidesOne(string name) => CoreFolder != ProcessApp.Folder && File.Exists(CoreFolder + name + ".dll");
}
