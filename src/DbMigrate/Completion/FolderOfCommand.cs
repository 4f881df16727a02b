using System;
using System.Collections;
using System.IO;
using System.Management.Automation;

namespace DbMigrate.Completion;

/// <summary>The migrations folder that the command being completed will use.</summary>
internal static class FolderOfCommand
{
    public static string Find(IDictionary bound)
    {
        var path = bound.Contains("Path") ? bound["Path"] as string : null;
        path ??= Environment.GetEnvironmentVariable("DBMIGRATE_PATH") is { Length: > 0 } set ? set : "migrations";
        return Path.GetFullPath(Path.Combine(CurrentFolder(), path));
    }

    // A completer has no session state of its own to ask.
    private static string CurrentFolder() => ScriptBlock.Create("$PWD.ProviderPath").InvokeReturnAsIs().ToString();
}
