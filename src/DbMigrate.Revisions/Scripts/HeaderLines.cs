using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Revisions.Scripts;

/// <summary>The lines of one header by field, with their numbers for messages.</summary>
internal sealed class HeaderLines
{
    private readonly string _path;
    private readonly Dictionary<HeaderField, List<(int Number, string Value)>> _lines = [];

    private HeaderLines(string path) => _path = path;

    /// <summary>Reads the comment and blank lines at the top of a script; the first line of code ends them.</summary>
    public static HeaderLines Read(string text, string path)
    {
        var header = new HeaderLines(path);
        var number = 0;
        foreach (var line in CommentBlock(text))
        {
            number++;
            var colon = line.IndexOf(':');
            if (colon > 0 && HeaderField.Find(line.Substring(0, colon).Trim()) is { } field)
                header.Add(field, number, line.Substring(colon + 1).Trim());
        }

        return header;
    }

    /// <summary>Where the comment and blank lines at the top end.</summary>
    public static int EndOfHeader(string text)
    {
        var start = 0;
        while (start < text.Length)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            var line = text.Substring(start, end - start).Trim('\uFEFF', ' ', '\t', '\r');
            if (line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal))
                return start;
            start = end + 1;
        }

        return text.Length;
    }

    public string Id(HeaderField field)
    {
        var (number, value) = Required(field);
        CheckId(field, number, value);
        return value;
    }

    public IReadOnlyList<string> Ids(HeaderField field, bool required)
    {
        if (!required && !_lines.ContainsKey(field))
            return [];

        var (number, value) = Required(field);
        if (string.Equals(value, RevisionHeaderText.None, StringComparison.OrdinalIgnoreCase))
            return [];

        var ids = value.Split([',', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        foreach (var id in ids)
            CheckId(field, number, id);
        if (ids.GroupBy(i => i, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Skip(1).Any()) is { } twice)
            throw Invalid(number, $"names '{twice.Key}' twice in '{field.Name}'");
        return ids;
    }

    public DateTimeOffset Time(HeaderField field)
    {
        var (number, value) = Required(field);
        return DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw Invalid(number, $"has a time that cannot be read, '{field.Name}: {value}'; write it as 2026-11-22T14:03:00+00:00");
    }

    public string Text(HeaderField field) => All(field).FirstOrDefault() ?? "";

    public IReadOnlyList<string> All(HeaderField field)
        => _lines.TryGetValue(field, out var lines) ? [.. lines.Select(l => l.Value).Where(v => v.Length > 0)] : [];

    private static IEnumerable<string> CommentBlock(string text)
        => text.Substring(0, EndOfHeader(text)).Split('\n').Select(l => l.Trim('\uFEFF', ' ', '\t', '\r').TrimStart('/').Trim());

    private void Add(HeaderField field, int number, string value)
    {
        if (!_lines.TryGetValue(field, out var lines))
            _lines.Add(field, lines = []);
        if (lines.Count > 0 && !field.IsRepeated)
            throw Invalid(number, $"has a second '{field.Name}' line; the first is line {lines[0].Number}");
        lines.Add((number, value));
    }

    private (int Number, string Value) Required(HeaderField field)
    {
        if (!_lines.TryGetValue(field, out var lines))
            throw Invalid(1, $"has no '// {field.Name}:' line among the comments at its top");
        return lines[0].Value.Length > 0 ? lines[0] : throw Invalid(lines[0].Number, $"says nothing after '{field.Name}:'");
    }

    private void CheckId(HeaderField field, int number, string id)
    {
        if (RevisionId.Problem(id, "revision identifier") is { } problem)
            throw Invalid(number, $"has an invalid '{field.Name}' line: {problem.TrimEnd('.')}");
    }

    private DbMigrateException Invalid(int number, string problem)
        => ErrorCatalogue.HeaderInvalid.Error($"The header of '{_path}', line {number}, {problem}.", _path);
}
