using System;
using System.IO;
using System.Linq;
using System.Management.Automation.Language;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Worker;

/// <summary>Refuses a folder where an assembly is meant, as people name the one that they published to.</summary>
internal static class AssemblyFolder
{
    private const string Mark = ".runtimeconfig.json";

    /// <exception cref="DbMigrateException"><c>TargetNotFound</c>: with the apps in the folder.</exception>
    public static void Refuse(string path)
    {
        if (!Directory.Exists(path))
            return;
        var apps = Directory.GetFiles(path, "*" + Mark).Select(f => f.Substring(0, f.Length - Mark.Length) + ".dll").Where(File.Exists).OrderBy(f => f, StringComparer.Ordinal).ToList();
        throw ErrorCatalogue.TargetNotFound.Error(
            $"'{path}' is a folder, and -Assembly names a file.",
            path,
            apps.Count == 0 ? "Pass the .dll that has the context, or -Project." : "Pass the app in it: " + string.Join(", or ", apps.Select(a => $"-Assembly '{CodeGeneration.EscapeSingleQuotedStringContent(a)}'")) + ".");
    }
}
