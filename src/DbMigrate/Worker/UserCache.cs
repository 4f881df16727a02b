using System;
using System.IO;
using System.Runtime.InteropServices;

namespace DbMigrate.Worker;

/// <summary>The user's cache folder, where losing something costs time only.</summary>
internal static class UserCache
{
    public static string Folder
    {
        get
        {
            var folder = Path.Combine(Base(), "DbMigrate");
            _ = Directory.CreateDirectory(folder);
            return folder;
        }
    }

    /// <summary>Compiled scripts.</summary>
    public static string Scripts => Path.Combine(Folder, "scripts");

    private static string Base()
    {
        if (Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } given && Path.IsPathRooted(given))
        {
            return given;
        }

        var local = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var folder = RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? local
            : home.Length == 0 ? ""
            : RuntimeInformation.IsOSPlatform(OSPlatform.OSX) ? Path.Combine(home, "Library", "Caches")
            : Path.Combine(home, ".cache");
        return folder.Length > 0 ? folder : Path.GetTempPath();
    }
}
