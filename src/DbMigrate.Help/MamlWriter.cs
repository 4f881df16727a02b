using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace DbMigrate.Help;

/// <summary>Writes MAML, the form in which Get-Help reads help.</summary>
internal static class MamlWriter
{
    private static readonly XNamespace Msh = "http://msh";
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    public static void Write(IEnumerable<Page> pages, string path)
    {
        var root = new XElement(Msh + "helpItems", new XAttribute("schema", "maml"), pages.SelectMany(p => p.OtherNames.Prepend(p.Name).Select(name => Item(p with { Name = name }))));
        using var writer = XmlWriter.Create(path, new XmlWriterSettings { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false) });
        new XDocument(root).Save(writer);
    }

    private static XElement Item(Page page)
    {
        var dash = page.Name.IndexOf('-');
        return new XElement(
            Command + "command",
            new XAttribute(XNamespace.Xmlns + "maml", Maml),
            new XAttribute(XNamespace.Xmlns + "command", Command),
            new XAttribute(XNamespace.Xmlns + "dev", Dev),
            new XElement(
                Command + "details",
                new XElement(Command + "name", page.Name),
                new XElement(Command + "verb", page.Name[..dash]),
                new XElement(Command + "noun", page.Name[(dash + 1)..]),
                new XElement(Maml + "description", Paragraph(page.Synopsis))),
            new XElement(Maml + "description", Paragraphs(page.Description)),
            new XElement(
                Command + "syntax",
                new XElement(Command + "syntaxItem", new XElement(Maml + "name", page.Name), page.Parameters.OrderBy(Place).Select(Parameter))),
            new XElement(Command + "parameters", page.Parameters.OrderBy(p => p.Name, StringComparer.Ordinal).Select(Parameter)),
            new XElement(Command + "inputTypes", page.Inputs.Select(t => Type(Command + "inputType", t))),
            new XElement(Command + "returnValues", page.Outputs.Select(t => Type(Command + "returnValue", t))),
            new XElement(Maml + "alertSet", new XElement(Maml + "alert", Paragraphs(page.Notes))),
            new XElement(Command + "examples", page.Examples.Select(Example)),
            new XElement(Command + "relatedLinks", Links(page)));
    }

    private static int Place(PageParameter parameter) => int.TryParse(parameter["Position"], out var position) ? position : int.MaxValue;

    private static XElement Parameter(PageParameter parameter)
    {
        var type = parameter["Type"];
        var isSwitch = type == "SwitchParameter";
        return new XElement(
            Command + "parameter",
            new XAttribute("required", parameter["Required"].ToLower(CultureInfo.InvariantCulture)),
            new XAttribute("variableLength", type.EndsWith("[]", StringComparison.Ordinal) ? "true" : "false"),
            new XAttribute("globbing", parameter["Accept wildcard characters"].ToLower(CultureInfo.InvariantCulture)),
            new XAttribute("pipelineInput", parameter["Accept pipeline input"]),
            new XAttribute("position", parameter["Position"].ToLower(CultureInfo.InvariantCulture)),
            new XAttribute("aliases", parameter["Aliases"] is { Length: > 0 } aliases ? aliases : "none"),
            new XElement(Maml + "name", parameter.Name),
            new XElement(Maml + "description", Paragraphs(parameter.Description)),
            isSwitch ? null : new XElement(Command + "parameterValue", new XAttribute("required", "true"), type),
            new XElement(Dev + "type", new XElement(Maml + "name", type)),
            new XElement(Dev + "defaultValue", parameter["Default value"]));
    }

    private static XElement Type(XName name, PageType type)
        => new(name, new XElement(Dev + "type", new XElement(Maml + "name", type.Name)), new XElement(Maml + "description", Paragraphs(type.Description)));

    // Get-Help puts nothing between two examples: an empty paragraph does.
    private static XElement Example(PageExample example)
        => new(
            Command + "example",
            new XElement(Maml + "title", $"--- {example.Title} ---"),
            new XElement(Dev + "code", example.Code),
            new XElement(Dev + "remarks", Paragraphs([.. example.Remarks, ""])));

    private static IEnumerable<XElement> Links(Page page)
    {
        if (page.OnlineVersion.Length > 0)
            yield return Link("Online Version:", page.OnlineVersion);
        foreach (var link in page.Links)
            yield return Link(link.Text, link.Address.Contains("://") ? link.Address : "");
    }

    private static XElement Link(string text, string address)
        => new(Maml + "navigationLink", new XElement(Maml + "linkText", text), new XElement(Maml + "uri", address));

    private static IEnumerable<XElement> Paragraphs(IEnumerable<string> paragraphs) => paragraphs.Select(Paragraph);

    private static XElement Paragraph(string text) => new(Maml + "para", text);
}
