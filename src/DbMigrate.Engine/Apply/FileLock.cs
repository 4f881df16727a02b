using System;
using System.IO;
using System.Text;

namespace DbMigrate.Engine.Apply;

/// <summary>
/// A lock on a file that the kernel frees when its holder dies. The file says who holds it: on Windows it is shared
/// for reading, elsewhere its lock (flock) is advisory and <see cref="LockFileReader"/> looks past it.
/// </summary>
internal sealed class FileLock : RunLock
{
    private readonly string _path;
    private readonly FileStream _stream;
    private readonly string _token;

    private FileLock(string path, FileStream stream, string token) => (_path, _stream, _token) = (path, stream, token);

    /// <summary>Tries once. Null where somebody else holds it.</summary>
    /// <exception cref="UnauthorizedAccessException">The file cannot be written.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static FileLock? TryTake(string path)
    {
        FileStream stream;
        try
        {
            stream = OperatingSystem.IsWindows()
                ? new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, 1, FileOptions.DeleteOnClose)
                : new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
        }
        catch (IOException e) when (IsHeld(e))
        {
            return null;
        }

        try
        {
            var me = LockHolder.Current();
            stream.SetLength(0);
            stream.Write(Encoding.UTF8.GetBytes(me.Format()));
            stream.Flush();

            // The holder before removes the file while it still holds it: what we locked may be a file without a name.
            if (LockFileReader.Read(path)?.Token == me.Token)
                return new FileLock(path, stream, me.Token);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
        stream.Dispose();
        return null;
    }

    public override void Dispose()
    {
        // Where a name can go while the file is open it goes first, so that nobody's file but ours is removed.
        if (!OperatingSystem.IsWindows() && LockFileReader.Read(_path)?.Token == _token)
            File.Delete(_path);
        _stream.Dispose();
    }

    // The system's code for a file that is in use: Windows' sharing and lock violations, EWOULDBLOCK of Linux and of macOS.
    private static bool IsHeld(IOException exception)
        => OperatingSystem.IsWindows()
            ? exception.HResult is unchecked((int)0x80070020) or unchecked((int)0x80070021)
            : exception.HResult == (OperatingSystem.IsMacOS() ? 35 : 11);
}
