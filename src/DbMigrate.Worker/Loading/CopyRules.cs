using System;
using System.IO;
using System.Linq;

namespace DbMigrate.Worker.Loading;

/// <summary>What of a target's folder its private copy needs. A folder that is no build output may be anything, a home folder even.</summary>
internal sealed class CopyRules
{
    /// <summary>Larger files that are no code are data, which an app finds through its base directory.</summary>
    private const long LargestContent = 16L * 1024 * 1024;

    private readonly bool _isBuildOutput;
    private readonly string _dependencies;

    public CopyRules(string assembly)
    {
        _dependencies = Path.GetFileNameWithoutExtension(assembly) + ".deps.json";
        _isBuildOutput = File.Exists(Path.ChangeExtension(assembly, ".deps.json"));
    }

    public bool Needs(FileInfo file)
        => IsCode(file.Name) || (_isBuildOutput && file.Length <= LargestContent && !IsDatabase(file.Name));

    /// <summary>A folder that holds another build of the same app (<c>publish</c>, a runtime identifier) is left out.</summary>
    public bool Needs(DirectoryInfo folder)
        => folder.Name == "runtimes"
            || (_isBuildOutput && folder.Name is not ("ref" or "refint") && folder.LinkTarget is null && !File.Exists(Path.Combine(folder.FullName, _dependencies)));

    /// <summary>A folder of translated texts; most are of languages that nobody here reads.</summary>
    public bool IsSatellite(DirectoryInfo folder)
        => _isBuildOutput && folder.EnumerateFileSystemInfos().All(f => f is FileInfo && f.Name.EndsWith(".resources.dll", StringComparison.OrdinalIgnoreCase));

    private static bool IsCode(string name)
        => Path.GetExtension(name) is ".dll" or ".exe" or ".so" or ".dylib" or ".json" or ".pdb"
            || name.Contains(".so.", StringComparison.Ordinal);

    private static bool IsDatabase(string name)
        => name.EndsWith("-wal", StringComparison.Ordinal) || name.EndsWith("-shm", StringComparison.Ordinal) || name.EndsWith("-journal", StringComparison.Ordinal)
            || Path.GetExtension(name) is ".db" or ".sqlite" or ".sqlite3" or ".db3";
}
