using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Markdig;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace DbMigrate.Help;

/// <summary>Reads a page of PlatyPS's schema 2.0.0, so that PlatyPS could take over at any time.</summary>
internal static class PageReader
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseYamlFrontMatter().Build();

    public static Page Read(string path)
    {
        var document = Markdown.Parse(File.ReadAllText(path), Pipeline);
        var facts = Facts(document.OfType<YamlFrontMatterBlock>().FirstOrDefault());
        if (!facts.TryGetValue("schema", out var schema) || schema != "2.0.0")
            throw new PageException(path, 1, "The front matter does not say 'schema: 2.0.0'.");

        var sections = Section.Split(document.Where(b => b is not YamlFrontMatterBlock), level: 2);
        return new Page
        {
            Name = Path.GetFileNameWithoutExtension(path),
            OtherNames = facts.GetValueOrDefault("other names", "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            Synopsis = string.Join(" ", Paragraphs(Find("SYNOPSIS").Blocks)),
            Description = Paragraphs(Find("DESCRIPTION").Blocks),
            Examples = [.. Section.Split(Find("EXAMPLES").Blocks, 3).Select(s => new PageExample(s.Title, Code(s), Paragraphs(s.Blocks)))],
            Parameters = [.. Section.Split(Find("PARAMETERS").Blocks, 3).Where(s => s.Title.StartsWith('-'))
                .Select(s => new PageParameter(s.Title[1..], Paragraphs(s.Blocks), Facts(s.Blocks.OfType<FencedCodeBlock>().FirstOrDefault())))],
            Inputs = Types("INPUTS"),
            Outputs = Types("OUTPUTS"),
            Notes = Paragraphs(Find("NOTES").Blocks),
            Links = [.. Find("RELATED LINKS").Blocks.OfType<ParagraphBlock>().SelectMany(p => p.Inline!.OfType<LinkInline>()).Select(l => new PageLink(PlainText.Of(l), l.Url ?? ""))],
            OnlineVersion = facts.GetValueOrDefault("online version", ""),
        };

        Section Find(string title) => sections.FirstOrDefault(s => s.Title == title)
            ?? throw new PageException(path, 1, $"The page has no section '{title}'.");

        List<PageType> Types(string title) => [.. Section.Split(Find(title).Blocks, 3).Select(s => new PageType(s.Title, Paragraphs(s.Blocks)))];
    }

    private static IReadOnlyList<string> Paragraphs(IEnumerable<Block> blocks) => [.. blocks.SelectMany(PlainText.Of)];

    private static string Code(Section section)
        => string.Join("\n", section.Blocks.OfType<FencedCodeBlock>().Where(c => c.Info == "powershell").Select(c => c.Lines.ToString().TrimEnd()));

    private static Dictionary<string, string> Facts(CodeBlock? block)
    {
        var lines = block?.Lines.ToString().Split('\n', StringSplitOptions.TrimEntries) ?? [];
        return lines.Where(l => l.Contains(':')).ToDictionary(l => l[..l.IndexOf(':')].Trim(), l => l[(l.IndexOf(':') + 1)..].Trim());
    }
}
