using System;
using System.IO;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace DbMigrate.Engine.Apply;

/// <summary>Reads who holds a lock file while it is locked.</summary>
internal static class LockFileReader
{
    /// <summary>The holder; null where there is no file or it cannot be read.</summary>
    public static LockHolder? Read(string path)
    {
        try
        {
            using var stream = Open(path);
            using var reader = new StreamReader(stream);
            return LockHolder.Parse(reader.ReadToEnd());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static FileStream Open(string path)
    {
        if (OperatingSystem.IsWindows())
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

        // .NET would ask for a shared lock on opening, and be refused; the system itself lets anybody read.
        var descriptor = UnixOpen(path, 0);
        return descriptor >= 0
            ? new FileStream(new SafeFileHandle(descriptor, ownsHandle: true), FileAccess.Read)
            : throw new FileNotFoundException(null, path);
    }

    [DllImport("libc", EntryPoint = "open")]
    private static extern int UnixOpen([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);
}
