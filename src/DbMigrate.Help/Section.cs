using System.Collections.Generic;
using Markdig.Syntax;

namespace DbMigrate.Help;

/// <summary>A heading and what stands below it.</summary>
internal sealed record Section(string Title, List<Block> Blocks)
{
    /// <summary>Cuts blocks at the headings of a level; what stands before the first is left out.</summary>
    public static IReadOnlyList<Section> Split(IEnumerable<Block> blocks, int level)
    {
        var sections = new List<Section>();
        foreach (var block in blocks)
        {
            if (block is HeadingBlock heading && heading.Level == level)
                sections.Add(new Section(PlainText.Of(heading.Inline!), []));
            else if (sections.Count > 0)
                sections[^1].Blocks.Add(block);
        }

        return sections;
    }
}
