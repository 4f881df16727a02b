using System;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using DbMigrate.Revisions.Errors;
using DbMigrate.Revisions.Settings;

namespace DbMigrate.Revisions.Scripts;

/// <summary>File names of new scripts.</summary>
public static class ScriptFileName
{
    private const string Extension = ".cs";
    private static readonly char[] Forbidden = ['<', '>', ':', '"', '|', '?', '*', '{', '}'];

    /// <summary>The file name, possibly with sub-folders, for a new revision: by default <c>20261122_1403_f1c9a7b20de3_add_email.cs</c>.</summary>
    /// <param name="settings">Template, time zone and slug length.</param>
    /// <param name="header">Id, message and time.</param>
    /// <exception cref="DbMigrateException"><c>SettingsInvalid</c>.</exception>
    public static string For(MigrationSettings settings, RevisionHeader header)
    {
        var time = ScriptTime.In(settings, header.Created);
        var slug = Slug(header.Message, settings.SlugLength);
        var name = Regex.Replace(settings.FileNameTemplate, @"\{(\w+)\}", m => m.Groups[1].Value switch
        {
            "year" => Digits(time.Year, 4),
            "month" => Digits(time.Month, 2),
            "day" => Digits(time.Day, 2),
            "hour" => Digits(time.Hour, 2),
            "minute" => Digits(time.Minute, 2),
            "second" => Digits(time.Second, 2),
            "epoch" => time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            "rev" => header.Id,
            "slug" => slug,
            _ => throw Invalid(settings, $"has the unknown token {m.Value}"),
        });

        name = name.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) ? name.Substring(0, name.Length - Extension.Length) : name;
        name = (slug.Length == 0 ? name.TrimEnd('_', '-', ' ') : name).Replace('\\', '/');
        var parts = name.Split('/');
        if (name.IndexOfAny(Forbidden) >= 0 || parts.Any(p => p.Trim().Length == 0 || p[0] == '.' || p.EndsWith(".", StringComparison.Ordinal)))
            throw Invalid(settings, $"does not give a file name below the versions folder: '{name}{Extension}'");
        return name + Extension;
    }

    /// <summary>The words of a message in lower case, joined by <c>_</c>; cut at the last whole word that fits, which a final <c>_</c> shows.</summary>
    internal static string Slug(string message, int length)
    {
        var slug = string.Join("_", Regex.Matches(message, @"\w+").Cast<Match>().Select(m => m.Value)).ToLowerInvariant();
        if (slug.Length <= length)
            return slug;

        var cut = slug.Substring(0, length);
        var word = cut.LastIndexOf('_');
        return (word < 0 ? cut : cut.Substring(0, word)) + "_";
    }

    private static string Digits(int number, int count) => number.ToString("D" + count, CultureInfo.InvariantCulture);

    private static DbMigrateException Invalid(MigrationSettings settings, string problem)
        => ErrorCatalogue.SettingsInvalid.Error($"The file name template '{settings.FileNameTemplate}' {settings.Where(nameof(settings.FileNameTemplate))} {problem}.", settings.FileNameTemplate,
            "Use {year} {month} {day} {hour} {minute} {second} {epoch} {rev} {slug} and '/' for sub-folders.");
}
