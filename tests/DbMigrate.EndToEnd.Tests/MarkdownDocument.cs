using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace DbMigrate.EndToEnd.Tests;

/// <summary>The fenced blocks of a page, by language, so that what people read is what is run.</summary>
internal static partial class MarkdownDocument
{
    public static IReadOnlyList<string> Blocks(string page, string language)
        => [.. Fence().Matches(File.ReadAllText(Path.Combine(Sandbox.Repository, page)).ReplaceLineEndings("\n")).Where(m => m.Groups["language"].Value == language).Select(m => m.Groups["text"].Value)];

    [GeneratedRegex(@"^```(?<language>\w+)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
