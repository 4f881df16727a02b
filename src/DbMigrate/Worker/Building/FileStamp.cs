using System.Globalization;
using System.IO;

namespace DbMigrate.Worker.Building;

/// <summary>A file as it was: length and time, or that it was not there.</summary>
internal static class FileStamp
{
    public static string Read(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? string.Format(CultureInfo.InvariantCulture, "{0}:{1}", file.Length, file.LastWriteTimeUtc.Ticks) : "absent";
    }
}
