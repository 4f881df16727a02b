using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace DbMigrate.Architecture.Tests;

/// <summary>An assembly of <c>out/DbMigrate</c>, read without loading it.</summary>
internal sealed class ShippedAssembly
{
    private ShippedAssembly(IReadOnlyList<string> references, IReadOnlyList<string> versions, IReadOnlyList<string> types)
    {
        References = references;
        Versions = versions;
        ReferencedTypes = types;
    }

    public IReadOnlyList<string> References { get; }

    /// <summary>The same with their versions.</summary>
    public IReadOnlyList<string> Versions { get; }

    /// <summary>Full names of all types of other assemblies that the code mentions.</summary>
    public IReadOnlyList<string> ReferencedTypes { get; }

    public static string ModuleFolder { get; } = Path.Combine(RepositoryRoot(), "out", "DbMigrate");

    public static ShippedAssembly Read(string path)
    {
        using var file = new PEReader(File.OpenRead(Path.Combine(ModuleFolder, path)));
        var metadata = file.GetMetadataReader();
        return new(
            [.. metadata.AssemblyReferences.Select(r => metadata.GetString(metadata.GetAssemblyReference(r).Name))],
            [.. metadata.AssemblyReferences.Select(r => metadata.GetAssemblyReference(r)).Select(r => $"{metadata.GetString(r.Name)} {r.Version}")],
            [.. metadata.TypeReferences.Select(r => metadata.GetTypeReference(r)).Select(t => metadata.GetString(t.Namespace) + "." + metadata.GetString(t.Name))]);
    }

    public static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "DbMigrate.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException("The tests run inside of the repository.");
    }
}
