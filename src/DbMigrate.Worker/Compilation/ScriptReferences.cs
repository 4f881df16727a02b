using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using DbMigrate.Worker.Loading;
using DbMigrate.Worker.Serving;
using Microsoft.CodeAnalysis;

namespace DbMigrate.Worker.Compilation;

/// <summary>What scripts are compiled against: the running frameworks and the target's EF Core.</summary>
internal sealed class ScriptReferences(TargetLoadContext context)
{
    private static readonly string[] EfCore =
        ["Microsoft.EntityFrameworkCore", "Microsoft.EntityFrameworkCore.Abstractions", "Microsoft.EntityFrameworkCore.Relational"];

    /// <summary>Nearly every script needs no more than these; each further one costs start-up time.</summary>
    private static readonly HashSet<string> Usual =
    [
        "System.Private.CoreLib", "System.Runtime", "System.Collections", "System.ComponentModel", "System.Linq", "System.Linq.Expressions",
        "System.Linq.Queryable", "System.Runtime.Extensions", "System.Runtime.Numerics", "System.Net.Primitives", "System.Text.RegularExpressions", "netstandard",
    ];

    private IReadOnlyList<MetadataReference>? _few;
    private IReadOnlyList<MetadataReference>? _all;

    public IReadOnlyList<MetadataReference> Few
        => _few ??= Read([.. FrameworkAssemblies.TrustedPaths.Where(p => Usual.Contains(Path.GetFileNameWithoutExtension(p))), .. ResolveEfCore()]);

    /// <summary>Every assembly of the frameworks, EF Core, and all that lies beside the target.</summary>
    public IReadOnlyList<MetadataReference> All
        => _all ??= Read([.. FrameworkAssemblies.TrustedPaths.Where(p => !FrameworkAssemblies.IsOwn(p)), .. ResolveEfCore(), .. Directory.EnumerateFiles(Path.GetDirectoryName(context.Target)!, "*.dll")]);

    private static IReadOnlyList<MetadataReference> Read(IEnumerable<string> paths)
        => [.. paths.DistinctBy(Path.GetFileName).Where(IsManaged).Select(p => MetadataReference.CreateFromFile(p))];

    private static bool IsManaged(string path)
    {
        try
        {
            return AssemblyName.GetAssemblyName(path) is not null;
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }

    private IEnumerable<string> ResolveEfCore()
        => EfCore.Select(name => context.ResolvePath(new AssemblyName(name))
            ?? throw new WorkerException(WorkerException.EfCoreNotFound, $"'{context.Target}' comes without {name}."));
}
