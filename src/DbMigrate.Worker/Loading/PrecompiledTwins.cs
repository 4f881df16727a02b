using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace DbMigrate.Worker.Loading;

/// <summary>
/// The assemblies that ship with the module are compiled ahead of time, those of packages are not. Where the target brings
/// the very same build of one (equal module version ids), the shipped image is loaded in its place: the same code, ready.
/// </summary>
internal sealed class PrecompiledTwins
{
    private readonly Dictionary<string, string> _shipped = new(StringComparer.OrdinalIgnoreCase);

    public PrecompiledTwins(string folder)
    {
        foreach (var path in Directory.Exists(folder) ? Directory.EnumerateDirectories(folder).SelectMany(f => Directory.EnumerateFiles(f, "*.dll")) : [])
        {
            _shipped[Path.GetFileName(path)] = path;
        }
    }

    /// <summary>The shipped image of the same build, else the path itself.</summary>
    public string Prefer(string path)
        => _shipped.TryGetValue(Path.GetFileName(path), out var twin) && twin != path && ReadId(twin) == ReadId(path) ? twin : path;

    private static Guid ReadId(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        return metadata.GetGuid(metadata.GetModuleDefinition().Mvid);
    }
}
