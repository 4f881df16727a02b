using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation.Language;
using DbMigrate.PostWrite;
using DbMigrate.Revisions.Scripts;
using DbMigrate.Revisions.Settings;

namespace DbMigrate.Settings;

/// <summary>Turns the hashtable of a settings file into the settings, each entry with its own check.</summary>
/// <param name="root">Full path of the folder that paths are relative to.</param>
/// <param name="path">The settings file, for messages.</param>
/// <param name="table">What it holds.</param>
internal sealed class SettingsReader(string root, string path, HashtableAst table)
{
    private static readonly string[] Keys =
    [
        "Project", "Assembly", "Framework", "AppArguments", "Context", DatabasesReader.Key, "Locations", "RecursiveLocations", "HistoryTable", "HistorySchema", "FileNameTemplate", "TimeZone", "SlugLength",
        FiltersReader.Include, FiltersReader.Exclude, PostWriteCommands.Key,
    ];

    public MigrationSettings Read()
    {
        if (PureData.FirstOther(table) is { } code)
            throw SettingsFile.Invalid(path, code.Extent.StartLineNumber, $"holds '{Shorten(code.Extent.Text)}', which is no literal");

        var entries = Entries();
        var defaults = new MigrationSettings();
        return defaults with
        {
            Root = root,
            Places = entries.ToDictionary(e => e.Key, e => $"line {e.Value.Line} of {path}", StringComparer.OrdinalIgnoreCase),
            Project = FullPath(Text(entries, "Project", "")),
            Assembly = FullPath(Text(entries, "Assembly", "")),
            Framework = Text(entries, "Framework", ""),
            AppArguments = Texts(entries, "AppArguments", []),
            Context = Text(entries, "Context", ""),
            Databases = new DatabasesReader(path).Read(table),
            Locations = [.. Texts(entries, "Locations", ["versions"]).Select(location => VersionLocations.Normalize(FullPath(location)))],
            RecursiveLocations = Flag(entries, "RecursiveLocations"),
            HistoryTable = Text(entries, "HistoryTable", defaults.HistoryTable),
            HistorySchema = Text(entries, "HistorySchema", ""),
            FileNameTemplate = Text(entries, "FileNameTemplate", defaults.FileNameTemplate),
            TimeZone = Text(entries, "TimeZone", ""),
            SlugLength = Number(entries, "SlugLength", defaults.SlugLength),
            Filters = [.. Filters(entries, FiltersReader.Include), .. Filters(entries, FiltersReader.Exclude)],
            PostWrite = entries.TryGetValue(PostWriteCommands.Key, out var commands) ? new PostWriteReader(root, path, commands.Line).Read(commands.Value) : [],
        };
    }

    private Dictionary<string, (object? Value, int Line)> Entries()
    {
        var entries = new Dictionary<string, (object?, int)>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, statement) in table.KeyValuePairs.Select(p => (p.Item1, p.Item2)))
        {
            var line = key.Extent.StartLineNumber;
            var name = (key as StringConstantExpressionAst)?.Value ?? key.Extent.Text;
            if (!Keys.Contains(name, StringComparer.OrdinalIgnoreCase))
                throw SettingsFile.Invalid(path, line, $"has the unknown key '{name}'; known are {string.Join(", ", Keys)}");
            entries[name] = (((statement as PipelineAst)?.PipelineElements[0] as CommandExpressionAst)?.Expression.SafeGetValue(), line);
        }

        return entries;
    }

    private IReadOnlyList<FilterSettings> Filters(Dictionary<string, (object? Value, int Line)> entries, string key)
        => entries.TryGetValue(key, out var entry) ? new FiltersReader(path).Read(key, entry.Value, entry.Line) : [];

    private string Text(Dictionary<string, (object? Value, int Line)> entries, string key, string fallback)
    {
        if (!entries.TryGetValue(key, out var entry) || entry.Value is null)
            return fallback;
        return entry.Value as string ?? throw SettingsFile.Invalid(path, entry.Line, $"needs text for {key}");
    }

    private string[] Texts(Dictionary<string, (object? Value, int Line)> entries, string key, string[] fallback)
    {
        if (!entries.TryGetValue(key, out var entry) || entry.Value is null)
            return fallback;
        return entry.Value switch
        {
            string one => [one],
            object[] { Length: > 0 } many when many.All(m => m is string) => [.. many.Cast<string>()],
            _ => throw SettingsFile.Invalid(path, entry.Line, $"needs text or a list of texts for {key}"),
        };
    }

    private bool Flag(Dictionary<string, (object? Value, int Line)> entries, string key)
    {
        if (!entries.TryGetValue(key, out var entry) || entry.Value is null)
            return false;
        return entry.Value as bool? ?? throw SettingsFile.Invalid(path, entry.Line, $"needs $true or $false for {key}");
    }

    private int Number(Dictionary<string, (object? Value, int Line)> entries, string key, int fallback)
    {
        if (!entries.TryGetValue(key, out var entry) || entry.Value is null)
            return fallback;
        return entry.Value is int number and > 0 ? number : throw SettingsFile.Invalid(path, entry.Line, $"needs a positive whole number for {key}");
    }

    private string FullPath(string relative) => relative.Length == 0 ? "" : Path.GetFullPath(Path.Combine(root, relative));

    private static string Shorten(string text)
    {
        var line = text.Split('\n')[0].Trim();
        return line.Length > 60 ? line.Substring(0, 60) + "…" : line;
    }
}
