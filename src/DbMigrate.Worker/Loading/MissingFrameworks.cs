using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using DbMigrate.Protocol;

namespace DbMigrate.Worker.Loading;

/// <summary>
/// The shared frameworks that a class library needs and this process does not run on. An app names its own in its
/// runtimeconfig; a library only has references to their assemblies, its own or those of its packages.
/// </summary>
internal static class MissingFrameworks
{
    private static readonly (string Prefix, string Framework)[] Known =
    [
        ("Microsoft.AspNetCore.", "Microsoft.AspNetCore.App"),
        ("Microsoft.Extensions.", "Microsoft.AspNetCore.App"),
        ("System.Windows.", "Microsoft.WindowsDesktop.App"),
        ("Presentation", "Microsoft.WindowsDesktop.App"),
        ("WindowsBase", "Microsoft.WindowsDesktop.App"),
    ];

    public static string[] Find(LoadRequest request)
    {
        if (request.FrameworksAreKnown || request.Assembly.Length == 0 || File.Exists(Path.ChangeExtension(request.Assembly, ".runtimeconfig.json")))
        {
            return [];
        }

        TargetInspector.Check(request.Assembly);
        var context = new TargetLoadContext(request.Assembly, request.Engine, new PackageFolders(request.ProjectDirectory), null);
        var frameworks = new FrameworkAssemblies();
        return
        [
            .. Unresolved(request.Assembly, context).Where(name => !frameworks.Has(name))
                .Select(name => Known.FirstOrDefault(k => name.StartsWith(k.Prefix, StringComparison.Ordinal)).Framework)
                .OfType<string>().Distinct(),
        ];
    }

    /// <summary>All that is referred to, directly or not, and that the target does not bring.</summary>
    private static List<string> Unresolved(string assembly, TargetLoadContext context)
    {
        var missing = new List<string>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var open = new Queue<string>([assembly]);
        while (open.TryDequeue(out var path))
        {
            foreach (var name in References(path).Where(seen.Add))
            {
                if (context.ResolvePath(new AssemblyName(name)) is { } found)
                {
                    open.Enqueue(found);
                }
                else
                {
                    missing.Add(name);
                }
            }
        }

        return missing;
    }

    private static List<string> References(string path)
    {
        using var portable = new PEReader(File.OpenRead(path));
        if (!portable.HasMetadata)
        {
            return [];
        }

        var metadata = portable.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(r => metadata.GetString(metadata.GetAssemblyReference(r).Name))];
    }
}
