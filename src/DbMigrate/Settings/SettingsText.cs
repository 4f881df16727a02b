using System;
using System.IO;
using System.Linq;
using System.Management.Automation.Language;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace DbMigrate.Settings;

/// <summary>Writes the target into the settings file of a template.</summary>
internal static class SettingsText
{
    /// <summary>The text for a new folder; everything that is not said stays as the template has it.</summary>
    /// <param name="template">A settings file.</param>
    /// <param name="root">Full path of the new folder.</param>
    /// <param name="project">Full path, or empty.</param>
    /// <param name="assembly">Full path, or empty.</param>
    /// <param name="context">Name, or empty.</param>
    public static string Create(string template, string root, string project, string assembly, string context)
    {
        var text = template.Replace("\r\n", "\n");
        text = Set(text, "Project", RelativePath(root, project));
        text = Set(text, "Assembly", RelativePath(root, assembly));
        return Set(text, "Context", context);
    }

    // An entry that is there gets the value, else the line that shows it as a comment, else a new line after the first brace.
    private static string Set(string text, string key, string value)
    {
        if (value.Length == 0)
            return text;

        var literal = $"'{CodeGeneration.EscapeSingleQuotedStringContent(value)}'";
        var entry = $"{key,-16} = {literal}";
        if (Find(text, key) is { } extent)
            return text.Substring(0, extent.StartOffset) + literal + text.Substring(extent.EndOffset);
        var comment = new Regex($@"^([ \t]*)#[ \t]*{key}[ \t]*=.*$", RegexOptions.Multiline | RegexOptions.IgnoreCase);
        return comment.IsMatch(text)
            ? comment.Replace(text, m => m.Groups[1].Value + entry, 1)
            : new Regex("@{").Replace(text, m => $"{m.Value}\n    {entry}\n", 1);
    }

    private static IScriptExtent? Find(string text, string key)
    {
        var table = (HashtableAst)Parser.ParseInput(text, out _, out _).Find(node => node is HashtableAst, searchNestedScriptBlocks: false);
        return table.KeyValuePairs.FirstOrDefault(p => string.Equals((p.Item1 as StringConstantExpressionAst)?.Value, key, StringComparison.OrdinalIgnoreCase))?.Item2.Extent;
    }

    private static string RelativePath(string root, string path)
    {
        if (path.Length == 0)
            return "";

        var comparison = RuntimeInformation.IsOSPlatform(OSPlatform.Linux) ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        var from = root.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
        var to = path.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
        if (!string.Equals(from[0], to[0], comparison))
            return path;

        var common = from.Zip(to, (a, b) => string.Equals(a, b, comparison)).TakeWhile(same => same).Count();
        var parts = Enumerable.Repeat("..", from.Length - common).Concat(to.Skip(common)).ToArray();
        return parts.Length == 0 ? "." : string.Join("/", parts);
    }
}
