using System;
using System.IO;
using System.Text;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Engine.Requests;

/// <summary>Writes new scripts.</summary>
internal static class ScriptFile
{
    /// <summary>Writes the whole file or none: nobody ever reads half of a script.</summary>
    /// <exception cref="DbMigrateException"><c>ScriptExists</c>.</exception>
    public static void Write(string path, string text)
    {
        if (File.Exists(path))
            throw Exists(path);
        var folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        var temporary = Path.Combine(folder, "." + Path.GetFileName(path) + "." + Guid.NewGuid().ToString("N"));
        try
        {
            File.WriteAllText(temporary, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            File.Move(temporary, path);
        }
        catch (IOException) when (File.Exists(path))
        {
            throw Exists(path);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static DbMigrateException Exists(string path) => ErrorCatalogue.ScriptExists.Error($"The file {path} exists already.", path);
}
