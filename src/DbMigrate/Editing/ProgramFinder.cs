using System;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;

namespace DbMigrate.Editing;

/// <summary>Finds a program as a shell does.</summary>
internal static class ProgramFinder
{
    /// <summary>The full path of a program given by full path, or by a name that is on <c>PATH</c>; null where there is none.</summary>
    public static string? Find(string name)
    {
        if (name.IndexOfAny(Path.GetInvalidPathChars()) >= 0)
            return null;
        if (Path.IsPathRooted(name))
            return WithExtension(name);
        if (name.Length == 0 || name.IndexOf('/') >= 0 || name.IndexOf(Path.DirectorySeparatorChar) >= 0)
            return null;
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Where(folder => folder.Length > 0 && folder.IndexOfAny(Path.GetInvalidPathChars()) < 0)
            .Select(folder => WithExtension(Path.Combine(folder, name)))
            .FirstOrDefault(found => found is not null);
    }

    private static string? WithExtension(string path) => Extensions().Select(extension => path + extension).FirstOrDefault(File.Exists);

    private static string[] Extensions()
        => RuntimeInformation.IsOSPlatform(OSPlatform.Windows)
            ? ["", .. (Environment.GetEnvironmentVariable("PATHEXT") ?? ".COM;.EXE;.BAT;.CMD").Split(';')]
            : [""];
}
