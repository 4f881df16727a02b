using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Security.Cryptography;
using System.Text;

namespace DbMigrate.Worker.Compilation;

/// <summary>
/// Compiled scripts on disk, by content, EF Core version and our version. An entry is a small file per script that names
/// its assembly and the assembly's hash: whatever does not fit together is as good as absent, and several workers may
/// write at once.
/// </summary>
internal sealed class ScriptCache
{
    private readonly string _folder;
    private readonly ConcurrentDictionary<string, bool> _checked = new();

    public ScriptCache(string directory, Version efCoreVersion)
    {
        var ours = typeof(ScriptCache).Assembly.GetName().Version;
        _folder = Path.Combine(directory, $"{ours?.ToString(3)}-ef{efCoreVersion.ToString(3)}");
        _ = Directory.CreateDirectory(_folder);
    }

    /// <summary>Full path of the assembly with the script; null where the cache has none that is sound.</summary>
    public string? Find(string scriptHash)
    {
        try
        {
            var entry = EntryPath(scriptHash);
            if (!File.Exists(entry))
            {
                return null;
            }

            var assemblyHash = File.ReadAllText(entry);
            return assemblyHash.Length == 64 && IsSound(assemblyHash) ? AssemblyPath(assemblyHash) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Stores an assembly and says for which scripts it is.</summary>
    public string Add(byte[] assembly, IEnumerable<string> scriptHashes)
    {
        var hash = Convert.ToHexString(SHA256.HashData(assembly)).ToLowerInvariant();
        var path = AssemblyPath(hash);
        if (!IsSound(hash))
        {
            Write(path, assembly);
            _checked[hash] = true;
        }

        foreach (var script in scriptHashes)
        {
            Write(EntryPath(script), Encoding.ASCII.GetBytes(hash));
        }

        return path;
    }

    /// <summary>A reader sees the old content or the new, never half of it.</summary>
    private static void Write(string path, byte[] content)
    {
        var temporary = $"{path}.{Environment.ProcessId}.{Guid.NewGuid():N}";
        File.WriteAllBytes(temporary, content);
        try
        {
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException && File.Exists(path))
        {
            // Windows: another worker has loaded the same content.
            File.Delete(temporary);
        }
    }

    private bool IsSound(string assemblyHash)
    {
        if (!_checked.TryGetValue(assemblyHash, out var sound))
        {
            var path = AssemblyPath(assemblyHash);
            sound = File.Exists(path) && Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path))).Equals(assemblyHash, StringComparison.OrdinalIgnoreCase);
            _checked[assemblyHash] = sound;
        }

        return sound;
    }

    private string EntryPath(string scriptHash) => Path.Combine(_folder, scriptHash + ".entry");

    private string AssemblyPath(string assemblyHash) => Path.Combine(_folder, assemblyHash + ".dll");
}
