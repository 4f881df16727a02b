using System;
using System.IO;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace DbMigrate.Worker.Serving;

/// <summary>
/// Standard input and output as they were at the start. Afterwards whatever the target reads is empty and whatever it
/// writes goes to standard error, native code included, so that nothing but the protocol is on the pipes.
/// </summary>
internal sealed partial class StandardStreams : IDisposable
{
    private StandardStreams(Stream input, Stream output)
    {
        Input = input;
        Output = output;
    }

    public Stream Input { get; }

    public Stream Output { get; }

    public static StandardStreams Take()
    {
        var streams = OperatingSystem.IsWindows() ? TakeOnWindows() : TakeOnUnix();
        Console.SetIn(TextReader.Null);
        return streams;
    }

    public void Dispose()
    {
        Input.Dispose();
        Output.Dispose();
    }

    private static StandardStreams TakeOnUnix()
    {
        // Duplicates that children of the target do not inherit.
        var duplicate = OperatingSystem.IsMacOS() ? 67 : 1030;
        var input = Unix.Control(0, duplicate, 3);
        var output = Unix.Control(1, duplicate, 3);
        using (var nothing = File.OpenHandle("/dev/null"))
        {
            _ = Unix.Replace((int)nothing.DangerousGetHandle(), 0);
        }

        _ = Unix.Replace(2, 1);
        return new StandardStreams(Open(input, FileAccess.Read), Open(output, FileAccess.Write));
    }

    private static FileStream Open(int descriptor, FileAccess access)
        => new(new SafeFileHandle(descriptor, ownsHandle: true), access, bufferSize: 0);

    private static StandardStreams TakeOnWindows()
    {
        // The streams keep the original handles; only later look-ups see the replacement.
        var streams = new StandardStreams(Console.OpenStandardInput(), Console.OpenStandardOutput());
        _ = Windows.SetStandard(-10, 0);
        _ = Windows.SetStandard(-11, Windows.GetStandard(-12));
        return streams;
    }

    private static partial class Unix
    {
        [LibraryImport("libc", EntryPoint = "fcntl")]
        internal static partial int Control(int descriptor, int command, int argument);

        [LibraryImport("libc", EntryPoint = "dup2")]
        internal static partial int Replace(int source, int destination);
    }

    private static partial class Windows
    {
        [LibraryImport("kernel32", EntryPoint = "GetStdHandle")]
        internal static partial nint GetStandard(int which);

        [LibraryImport("kernel32", EntryPoint = "SetStdHandle")]
        [return: MarshalAs(UnmanagedType.Bool)]
        internal static partial bool SetStandard(int which, nint handle);
    }
}
