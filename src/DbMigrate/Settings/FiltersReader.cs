using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Revisions.Settings;

namespace DbMigrate.Settings;

/// <summary>Reads the entries <c>Include</c> and <c>Exclude</c>: hashtables of patterns by kind.</summary>
/// <param name="path">The settings file, for messages.</param>
internal sealed class FiltersReader(string path)
{
    public const string Include = "Include";
    public const string Exclude = "Exclude";

    /// <param name="key"><c>Include</c> or <c>Exclude</c>.</param>
    /// <param name="value">Its value.</param>
    /// <param name="line">Its line.</param>
    public IReadOnlyList<FilterSettings> Read(string key, object? value, int line)
    {
        if (value is null)
            return [];
        var table = value as Hashtable ?? throw Invalid($"needs a hashtable for {key}, for example @{{ Tables = 'audit_*' }}");
        var filters = new List<FilterSettings>();
        foreach (DictionaryEntry entry in table)
        {
            var kind = FilterSettings.Kinds.Keys.FirstOrDefault(k => k.Equals(entry.Key as string, StringComparison.OrdinalIgnoreCase))
                ?? throw Invalid($"has the unknown key '{entry.Key}' in {key}; known are {string.Join(", ", FilterSettings.Kinds.Keys)}");
            filters.AddRange(Patterns(kind, entry.Value).Select(p => new FilterSettings(kind, p, key == Exclude)));
        }

        return [.. filters.OrderBy(f => f.Kind, StringComparer.Ordinal).ThenBy(f => f.Pattern, StringComparer.Ordinal)];

        IEnumerable<string> Patterns(string kind, object? given)
        {
            var texts = given is object[] many ? many : [given!];
            if (texts.All(t => Fits(kind, t)))
                return texts.Cast<string>();
            var wrong = texts.First(t => !Fits(kind, t));
            throw Invalid($"has '{wrong}' in {key} for {kind}, which is no name with wildcards of {(FilterSettings.Kinds[kind] == 1 ? "one part" : $"at most {FilterSettings.Kinds[kind]} parts")}");
        }

        Exception Invalid(string what) => SettingsFile.Invalid(path, line, what);
    }

    private static bool Fits(string kind, object given) => given is string text && NamePattern.Parse(text) is { } pattern && pattern.Length <= FilterSettings.Kinds[kind];
}
