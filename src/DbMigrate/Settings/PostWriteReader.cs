using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DbMigrate.PostWrite;
using DbMigrate.Revisions.Settings;

namespace DbMigrate.Settings;

/// <summary>Reads the entry <c>PostWrite</c>: a hashtable for a command, or a list of them.</summary>
/// <param name="root">Full path of the folder that paths are relative to.</param>
/// <param name="path">The settings file, for messages.</param>
/// <param name="line">The line of the entry.</param>
internal sealed class PostWriteReader(string root, string path, int line)
{
    private static readonly string[] Keys = [nameof(PostWriteSettings.Command), nameof(PostWriteSettings.Arguments), nameof(PostWriteSettings.WorkingDirectory)];

    public IReadOnlyList<PostWriteSettings> Read(object? value) => value switch
    {
        null => [],
        Hashtable one => [Command(one)],
        object[] many => [.. many.Select(m => Command(m as Hashtable ?? throw Invalid($"needs a list of hashtables for {PostWriteCommands.Key}")))],
        _ => throw Invalid($"needs a list of hashtables for {PostWriteCommands.Key}"),
    };

    private PostWriteSettings Command(Hashtable table)
    {
        foreach (var key in table.Keys)
        {
            if (!Keys.Contains(key as string, StringComparer.OrdinalIgnoreCase))
                throw Invalid($"has the unknown key '{key}' in {PostWriteCommands.Key}; known are {string.Join(", ", Keys)}");
        }

        var command = Text(table, Keys[0]) ?? throw Invalid($"has no {Keys[0]} in {PostWriteCommands.Key}");
        return new PostWriteSettings
        {
            // A path is relative to the settings file, as all paths in it; a name alone is looked up where programs are.
            Command = command.IndexOfAny(['/', '\\']) < 0 ? command : Path.GetFullPath(Path.Combine(root, command)),
            Arguments = Arguments(table[Keys[1]]),
            WorkingDirectory = Path.GetFullPath(Path.Combine(root, Text(table, Keys[2]) ?? "")),
            Place = $"{PostWriteCommands.Key} ({path}, line {line})",
        };
    }

    private string? Text(Hashtable table, string key) => table[key] switch
    {
        null => null,
        string text when text.Trim().Length > 0 => text,
        _ => throw Invalid($"needs text for {key} in {PostWriteCommands.Key}"),
    };

    private string[] Arguments(object? value) => value switch
    {
        null => [],
        string one => [one],
        object[] many when many.All(m => m is string) => [.. many.Cast<string>()],
        _ => throw Invalid($"needs text or a list of texts for {Keys[1]} in {PostWriteCommands.Key}"),
    };

    private Exception Invalid(string what) => SettingsFile.Invalid(path, line, what);
}
