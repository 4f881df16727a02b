using System.Collections.Generic;
using System.Linq;
using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace DbMigrate.Help;

/// <summary>What remains of Markdown on a console.</summary>
internal static class PlainText
{
    /// <summary>The paragraphs of a block; items of lists are paragraphs with a dash, a figure is one as it is.</summary>
    public static IEnumerable<string> Of(Block block) => block switch
    {
        ParagraphBlock paragraph => [Of(paragraph.Inline!)],
        FencedCodeBlock { Info: "text" } figure => [figure.Lines.ToString().TrimEnd()],
        ListBlock list => list.OfType<ListItemBlock>().Select(item => "- " + string.Join(" ", item.SelectMany(Of))),
        _ => [],
    };

    public static string Of(ContainerInline container)
    {
        var text = new StringBuilder();
        foreach (var inline in container)
        {
            text.Append(inline switch
            {
                LiteralInline literal => literal.Content.ToString(),
                CodeInline code => code.Content,
                LineBreakInline => " ",
                ContainerInline inner => Of(inner),
                _ => "",
            });
        }

        return text.ToString();
    }
}
