using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using DbMigrate.Revisions.Errors;
using DbMigrate.Revisions.Scripts;

namespace DbMigrate.Engine.Scripting.Templates;

/// <summary>What a new revision looks like: C# with tokens such as <c>$header$</c>.</summary>
public sealed partial class ScriptTemplate
{
    /// <summary>The file in a migrations folder.</summary>
    public const string FileName = "script.cs.template";

    private readonly string _text;

    private ScriptTemplate(string path, string text) => (Path, _text) = (path, text);

    /// <summary>That of folders without a file of their own.</summary>
    public static ScriptTemplate Default { get; } = new(FileName, Shipped());

    /// <summary>The file, for messages.</summary>
    public string Path { get; }

    /// <summary>Whether somebody wrote it, who may have made a mistake.</summary>
    public bool IsOwn => _text != Default._text;

    /// <summary>The template of a migrations folder.</summary>
    /// <param name="root">The folder with the settings.</param>
    /// <exception cref="DbMigrateException"><c>TemplateInvalid</c>.</exception>
    public static ScriptTemplate Of(string root)
    {
        var path = System.IO.Path.Combine(root, FileName);
        return File.Exists(path) ? Parse(path, Read(path)) : Default;
    }

    /// <summary>Checks the tokens of a template.</summary>
    /// <param name="path">Its file, for messages.</param>
    /// <param name="text">What it says.</param>
    /// <exception cref="DbMigrateException"><c>TemplateInvalid</c>, with the line.</exception>
    public static ScriptTemplate Parse(string path, string text)
    {
        var template = new ScriptTemplate(path, ScriptText.Normalize(text));
        template.Check();
        return template;
    }

    /// <summary>Whether it has a token.</summary>
    /// <param name="token">The token's name.</param>
    public bool Has(string token) => Tokens().Any(t => t.Name == token);

    /// <summary>The text with values in the places of tokens; a token that has a line for itself gives its indentation to each line of the value.</summary>
    /// <param name="values">A value for each token.</param>
    public string Render(IReadOnlyDictionary<string, string> values)
        => Token().Replace(_text, m => m.Groups["line"].Success ? Indent(values[m.Groups["line"].Value], m.Groups["indent"].Value) : values[m.Groups["word"].Value]);

    /// <summary>An error at a token.</summary>
    /// <param name="token">The token's name.</param>
    /// <param name="problem">What is wrong, after the line.</param>
    public DbMigrateException Invalid(string token, string problem)
        => Invalid(Tokens().First(t => t.Name == token).Line, problem);

    /// <summary>An error at a line.</summary>
    /// <param name="line">From 1.</param>
    /// <param name="problem">What is wrong, after the line.</param>
    public DbMigrateException Invalid(int line, string problem)
        => ErrorCatalogue.TemplateInvalid.Error($"The template {Path}, line {line}, {problem}.", Path);

    private void Check()
    {
        var tokens = Tokens().ToList();
        if (tokens.FirstOrDefault(t => !TemplateTokens.All.Contains(t.Name)) is { Name: not null } unknown)
            throw Invalid(unknown.Line, $"has the unknown token ${unknown.Name}$; known are {string.Join(" ", TemplateTokens.All.Select(t => $"${t}$"))}");
        if (tokens.Where(t => TemplateTokens.Once.Contains(t.Name)).GroupBy(t => t.Name).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw Invalid(twice.Last().Line, $"has ${twice.Key}$ a second time; the first is line {twice.First().Line}");

        // What is nowhere is missed at the end.
        var last = _text.TrimEnd().Count(c => c == '\n') + 1;
        if (TemplateTokens.Required.FirstOrDefault(r => !Has(r)) is { } missing)
            throw Invalid(last, $"ends the file without ${missing}$");
        if (!Has(TemplateTokens.Methods) && !(Has(TemplateTokens.Up) && Has(TemplateTokens.Down)))
            throw Invalid(last, $"ends the file without ${TemplateTokens.Methods}$, or ${TemplateTokens.Up}$ and ${TemplateTokens.Down}$");
        if (Has(TemplateTokens.Methods) && (Has(TemplateTokens.Up) || Has(TemplateTokens.Down)))
            throw Invalid(TemplateTokens.Methods, $"has ${TemplateTokens.Methods}$ beside ${TemplateTokens.Up}$ or ${TemplateTokens.Down}$, which it contains");
    }

    private IEnumerable<(string Name, int Line)> Tokens()
        => Token().Matches(_text).Select(m => m.Groups["line"].Success ? m.Groups["line"] : m.Groups["word"]).Select(g => (g.Value, _text.AsSpan(0, g.Index).Count('\n') + 1));

    private static string Read(string path)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            throw ErrorCatalogue.TemplateInvalid.Error($"The template {path} cannot be read as UTF-8: {e.Message}", path, inner: e);
        }
    }

    private static string Shipped()
    {
        using var reader = new StreamReader(typeof(ScriptTemplate).Assembly.GetManifestResourceStream(FileName)!);
        return ScriptText.Normalize(reader.ReadToEnd());
    }

    private static string Indent(string value, string indent)
        => string.Join('\n', value.Split('\n').Select(line => line.Length == 0 ? line : indent + line));

    [GeneratedRegex(@"^(?<indent>[ \t]+)\$(?<line>[A-Za-z]\w*)\$[ \t]*$|\$(?<word>[A-Za-z]\w*)\$", RegexOptions.Multiline)]
    private static partial Regex Token();
}
