using System;
using System.IO;
using System.Linq;
using DbMigrate.Revisions.Errors;
using DbMigrate.Revisions.Scripts;
using DbMigrate.Revisions.Settings;

namespace DbMigrate.Commands;

/// <summary>What every new revision has: a message on one line, a time, and a file to be written to.</summary>
internal static class NewScript
{
    /// <summary>The file for a new revision in a folder.</summary>
    /// <exception cref="DbMigrateException"><c>ScriptExists</c>.</exception>
    public static string Path(MigrationSettings settings, RevisionHeader header, string folder)
    {
        var path = System.IO.Path.Combine(folder, ScriptFileName.For(settings, header));
        return File.Exists(path) ? throw ErrorCatalogue.ScriptExists.Error($"The script {path} exists already.", path) : path;
    }

    /// <summary>The time. Headers hold whole seconds; so the object and the script say the same.</summary>
    public static DateTimeOffset Now()
    {
        var now = DateTimeOffset.UtcNow;
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
    }

    /// <summary>A message without line breaks.</summary>
    public static string OneLine(string message) => string.Join(" ", message.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(l => l.Trim()));
}
