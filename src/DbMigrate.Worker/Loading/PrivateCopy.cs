using System;
using System.IO;
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
    private readonly FileStream _owner;
    private int _disposed;

    private PrivateCopy(string source, string directory)
    {
        _source = source;
        Directory = directory;
        _owner = new FileStream(System.IO.Path.Combine(directory, LockName), FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
    }

    public string Directory { get; }

    /// <summary>Copies the folder of an assembly.</summary>
    public static PrivateCopy Of(string assembly)
    {
        var source = System.IO.Path.GetDirectoryName(assembly)!;
        var copy = new PrivateCopy(source, System.IO.Directory.CreateTempSubdirectory(Prefix).FullName);
        try
        {
            CopyFolder(new DirectoryInfo(source), copy.Directory, new CopyRules(assembly));
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
        foreach (var file in source.EnumerateFiles())
        {
            if (rules.Needs(file))
            {
                _ = file.CopyTo(System.IO.Path.Combine(destination, file.Name), overwrite: false);
            }
        }

        foreach (var folder in source.EnumerateDirectories())
        {
            if (source.Name == "runtimes" ? RuntimeIds.Fits(folder.Name) : rules.Needs(folder))
            {
                CopyFolder(folder, System.IO.Directory.CreateDirectory(System.IO.Path.Combine(destination, folder.Name)).FullName, rules);
            }
        }
    }
}
