using System;
using System.IO;
using System.Linq;
using System.Threading;

namespace DbMigrate.Worker.Loading;

/// <summary>
/// The target's folder, copied to a temporary one that the worker owns, so that no file of the original stays open.
/// A lock file that lives as long as the process tells owned copies from those that a killed worker left.
/// </summary>
internal sealed class PrivateCopy : IDisposable
{
    private const string Prefix = "dbmigrate-";
    private const string LockName = ".dbmigrate-owner";

    private readonly string _source;
    private readonly CopyRules _rules;
    private readonly FileStream _owner;
    private int _disposed;

    private PrivateCopy(string source, CopyRules rules, string directory)
    {
        _source = source;
        _rules = rules;
        Directory = directory;
        _owner = new FileStream(System.IO.Path.Combine(directory, LockName), FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
    }

    public string Directory { get; }

    /// <summary>Copies the folder of an assembly.</summary>
    public static PrivateCopy Of(string assembly)
    {
        var source = System.IO.Path.GetDirectoryName(assembly)!;
        var copy = new PrivateCopy(source, new CopyRules(assembly), System.IO.Directory.CreateTempSubdirectory(Prefix).FullName);
        try
        {
            CopyFolder(new DirectoryInfo(source), copy.Directory, copy._rules);
        }
        catch
        {
            copy.Dispose();
            throw;
        }

        new Thread(() => Sweep(System.IO.Path.GetTempPath())) { IsBackground = true, Name = "DbMigrate sweep", Priority = ThreadPriority.BelowNormal }.Start();
        return copy;
    }

    /// <summary>Removes the copies whose owner is gone.</summary>
    public static void Sweep(string temporaryFolder)
    {
        foreach (var directory in System.IO.Directory.EnumerateDirectories(temporaryFolder, Prefix + "*"))
        {
            try
            {
                // Opens only where no living process holds it. A folder without the file is not ours, or just being made.
                var owner = System.IO.Path.Combine(directory, LockName);
                if (File.Exists(owner))
                {
                    new FileStream(owner, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose();
                    System.IO.Directory.Delete(directory, recursive: true);
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // In use, somebody else's, or just swept by another worker.
            }
        }
    }

    /// <summary>Where a file of the original folder is in the copy.</summary>
    public string Path(string original) => System.IO.Path.Combine(Directory, System.IO.Path.GetRelativePath(_source, original));

    /// <summary>Copies the translated texts of a culture, which are left out until they are asked for.</summary>
    public void BringCulture(string culture)
    {
        var source = new DirectoryInfo(System.IO.Path.Combine(_source, culture));
        lock (_owner)
        {
            if (source.Exists && !System.IO.Directory.Exists(Path(source.FullName)))
            {
                CopyFiles(source, System.IO.Directory.CreateDirectory(Path(source.FullName)).FullName, _rules);
            }
        }
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
        {
            return;
        }

        _owner.Dispose();
        try
        {
            System.IO.Directory.Delete(Directory, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Windows keeps loaded assemblies locked: PowerShell removes the folder when this process has ended.
        }
    }

    private static void CopyFolder(DirectoryInfo source, string destination, CopyRules rules)
    {
        CopyFiles(source, destination, rules);
        foreach (var folder in source.EnumerateDirectories())
        {
            if (source.Name == "runtimes" ? RuntimeIds.Fits(folder.Name) : rules.Needs(folder) && !rules.IsSatellite(folder))
            {
                CopyFolder(folder, System.IO.Directory.CreateDirectory(System.IO.Path.Combine(destination, folder.Name)).FullName, rules);
            }
        }
    }

    private static void CopyFiles(DirectoryInfo source, string destination, CopyRules rules)
    {
        foreach (var file in source.EnumerateFiles().Where(rules.Needs))
        {
            _ = file.CopyTo(System.IO.Path.Combine(destination, file.Name), overwrite: false);
        }
    }
}
