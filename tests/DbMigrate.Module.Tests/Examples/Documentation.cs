using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using DbMigrate.Module.Tests.Hosting;

namespace DbMigrate.Module.Tests.Examples;

/// <summary>All examples, read from the files themselves, so that a new one is run without touching the tests.</summary>
internal static partial class Documentation
{
    // Other tests run what these show: a script for a build agent, hooks, two people's work, and adopting a database.
    private static readonly string[] WithTestsOfTheirOwn = ["about_DbMigrate_Pipelines.help", "about_DbMigrate_Hooks.help", "two-heads", "adopt-a-database"];

    /// <summary>The files that show the settings of several databases.</summary>
    public static IReadOnlyList<string> WithSettings { get; } = ["README.md", "module/en-US/about_DbMigrate.help.txt"];

    public static IReadOnlyList<Example> All { get; } = [.. HelpPages(), .. Topics(), .. Guides(), .. Readme()];

    /// <summary>The entry <c>Databases</c> that a file shows.</summary>
    public static string Databases(string file) => Settings().Match(Text(Path.Combine(Repository.Root, file))).Value;

    // Every heading below EXAMPLES counts, so that one of an odd form is not passed over.
    private static IEnumerable<Example> HelpPages()
        => from file in Files("docs/en-US", "*.md")
           let sections = Section().Match(Text(file)).Value.Split("\n### ").Skip(1)
           from example in sections.Select((text, index) => (Text: text, Number: index + 1))
           let block = Block().Match(example.Text)
           select new Example(Name(file), example.Number, example.Text.Split('\n')[0], block.Groups["code"].Value, example.Text[(block.Index + block.Length)..].Trim());

    // A topic's examples are indented, beside figures and settings, which call no cmdlet of ours.
    private static IEnumerable<Example> Topics()
        => from file in Files("module/en-US", "*.help.txt")
           from example in Below(TopicHeading(), file, Indented().Matches(Text(file)).Where(m => Cmdlet().IsMatch(m.Value)))
           select example;

    private static IEnumerable<Example> Guides()
        => from file in Files("docs/guides", "*.md")
           from example in Below(Heading(), file, Block().Matches(Text(file)))
           select example;

    // What stands behind a prompt; the tour is run as a whole, in a process of its own.
    private static IEnumerable<Example> Readme()
        => from file in Files("", "README.md")
           from example in Below(Heading(), file, Prompts().Matches(Text(file)))
           select example with { Code = example.Code.Replace("PS> ", "", StringComparison.Ordinal) };

    private static IEnumerable<string> Files(string folder, string pattern)
        => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), pattern).Where(f => !WithTestsOfTheirOwn.Contains(Name(f))).Order(StringComparer.Ordinal);

    // Such examples have no titles of their own; the heading above them stays when another example is added.
    private static IEnumerable<Example> Below(Regex heading, string file, IEnumerable<Match> blocks)
    {
        var headings = heading.Matches(Text(file));
        return blocks.Select((b, index) => new Example(Name(file), index + 1, headings.Last(h => h.Index < b.Index).Groups["text"].Value, b.Groups["code"].Value, ""));
    }

    private static string Name(string file) => Path.GetFileNameWithoutExtension(file);

    private static string Text(string file) => File.ReadAllText(file).ReplaceLineEndings("\n");

    [GeneratedRegex(@"^## EXAMPLES\n.*?(?=^## )", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Section();

    [GeneratedRegex(@"^```powershell\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"(?<=\n\n)(?<code>(?: {8}.*\n)+)")]
    private static partial Regex Indented();

    [GeneratedRegex(@"^ {8}[A-Z]\w+-(Db\w+|Database)\b", RegexOptions.Multiline)]
    private static partial Regex Cmdlet();

    [GeneratedRegex(@"^ *Databases = @\{\n(?: +.*\n)*\s*\}\n", RegexOptions.Multiline)]
    private static partial Regex Settings();

    [GeneratedRegex(@"^#+ (?<text>.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^ {4}(?<text>[A-Z ]{3,})$", RegexOptions.Multiline)]
    private static partial Regex TopicHeading();

    [GeneratedRegex(@"(?<code>(?:^PS> .*\n)+)", RegexOptions.Multiline)]
    private static partial Regex Prompts();
}
