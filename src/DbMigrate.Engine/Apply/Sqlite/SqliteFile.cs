using System;
using System.Data.Common;
using System.IO;

namespace DbMigrate.Engine.Apply.Sqlite;

/// <summary>Which file a connection string means.</summary>
/// <param name="Path">Full path, links followed; the name as it is for a database in memory.</param>
/// <param name="IsInMemory">Whether there is no file.</param>
internal sealed record SqliteFile(string Path, bool IsInMemory)
{
    public string LockPath => Path + ".dbmigrate-lock";

    public bool Exists => !IsInMemory && File.Exists(Path);

    public bool FolderExists => IsInMemory || Directory.Exists(System.IO.Path.GetDirectoryName(Path));

    public static SqliteFile Of(DbConnectionStringBuilder builder)
    {
        var source = Convert.ToString(builder["Data Source"], null) ?? "";
        var isUri = source.StartsWith("file:", StringComparison.OrdinalIgnoreCase);
        if (source.Length == 0 || source.Equals(":memory:", StringComparison.OrdinalIgnoreCase)
            || string.Equals(Convert.ToString(builder["Mode"], null), "Memory", StringComparison.OrdinalIgnoreCase)
            || (isUri && (source.Contains("mode=memory", StringComparison.OrdinalIgnoreCase) || source.Contains(":memory:", StringComparison.OrdinalIgnoreCase))))
            return new SqliteFile(source.Length == 0 ? ":memory:" : source, true);

        return new SqliteFile(FollowLinks(FullPath(isUri ? FromUri(source) : source)), false);
    }

    // As the provider does: |DataDirectory| and, where one is set, relative paths too.
    private static string FullPath(string path)
    {
        const string token = "|DataDirectory|";
        var data = AppDomain.CurrentDomain.GetData("DataDirectory") as string;
        return path.StartsWith(token, StringComparison.OrdinalIgnoreCase)
            ? System.IO.Path.GetFullPath(path[token.Length..].TrimStart('/', '\\'), System.IO.Path.GetFullPath(data ?? AppContext.BaseDirectory))
            : System.IO.Path.GetFullPath(path, System.IO.Path.GetFullPath(string.IsNullOrEmpty(data) ? "." : data));
    }

    private static string FromUri(string source)
    {
        var path = source["file:".Length..].Split('?', '#')[0];
        if (path.StartsWith("//", StringComparison.Ordinal))
            path = path[Math.Max(path.IndexOf('/', 2), 2)..];
        return Uri.UnescapeDataString(path);
    }

    private static string FollowLinks(string path)
    {
        try
        {
            return File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        }
        catch (IOException)
        {
            return path;
        }
    }
}
