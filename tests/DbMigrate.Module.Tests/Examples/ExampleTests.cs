using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text.RegularExpressions;
using DbMigrate.Module.Tests.Hosting;
using Xunit;

namespace DbMigrate.Module.Tests.Examples;

/// <summary>Every example of the documentation, run as a new user would paste it.</summary>
public sealed class ExampleTests(ExampleWorld world) : IClassFixture<ExampleWorld>
{
    public static TheoryData<string, int, string> Examples => Rows(Documentation.All);

    public static TheoryData<string, int, string> ExamplesWithScreens => Rows(Documentation.All.Where(e => Screen(e).Length > 0));

    public static TheoryData<string> FilesWithSettings => [.. Documentation.WithSettings];

    [Theory]
    [MemberData(nameof(Examples))]
    public void It_fails_and_asks_only_where_its_text_says_so(string page, int number, string title)
    {
        var example = Prepare(page, number, title);

        var outcome = world.Run(example.Code);

        Report(example, outcome);
        var told = Regex.Matches(example.Remarks, @"`DbMigrate\.(\w+)`").Select(m => m.Groups[1].Value).ToList();
        if (told.Count > 0)
            outcome.MustFail(Assert.Single(told));
        else
            outcome.MustSucceed();
        if (example.Remarks.Length > 0)
            Assert.Equal(Regex.IsMatch(example.Remarks, @"\bAsks\b"), world.Host.Questions.Count > 0);
    }

    [Theory]
    [MemberData(nameof(ExamplesWithScreens))]
    public void It_shows_what_its_text_shows(string page, int number, string title)
    {
        var example = Prepare(page, number, title);

        var shown = world.Show(example.Code);

        TestContext.Current.TestOutputHelper!.WriteLine(shown);
        Assert.Equal(Lines(Screen(example)), Lines(shown));
    }

    [Theory]
    [MemberData(nameof(FilesWithSettings))]
    public void Settings_are_valid(string file)
    {
        world.Restore();
        world.Folder.Write("migrations/dbmigrate.psd1", $"@{{\n{Documentation.Databases(file)}\n}}");

        Assert.Equal(2, Completion.Of(world.Session, "Update-Database -Database ").Count());
    }

    private Example Prepare(string page, int number, string title)
    {
        var example = Documentation.All.Single(e => (e.Page, e.Number, e.Title) == (page, number, title));
        Assert.NotEmpty(example.Code);
        world.Restore();
        Preparations.Prepare(world, example);
        return example;
    }

    // For whoever reads the text beside what came out.
    private void Report(Example example, Outcome outcome)
    {
        var output = TestContext.Current.TestOutputHelper!;
        output.WriteLine($"{example.Code}\n--- says:\n{example.Remarks}\n--- came out:");
        foreach (var item in outcome.Output)
            output.WriteLine(item.BaseObject is string or ValueType ? item.ToString() : string.Join("; ", item.Properties.Select(Fact)));
        output.WriteLine(outcome.HostText);
        foreach (var note in outcome.Warnings.Concat(outcome.Verbose).Concat(world.Host.Questions))
            output.WriteLine("--- " + note);
        foreach (var file in new DirectoryInfo(world.Folder.Path).EnumerateFiles())
            output.WriteLine($"--- {file.Name}, {file.Length} bytes");
    }

    private static TheoryData<string, int, string> Rows(IEnumerable<Example> examples)
    {
        var rows = new TheoryData<string, int, string>();
        foreach (var example in examples)
            rows.Add(example.Page, example.Number, example.Title);
        return rows;
    }

    private static string Screen(Example example) => Regex.Match(example.Remarks, "^```text\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline).Groups[1].Value;

    private static IEnumerable<string> Lines(string text) => text.Trim().Split('\n').Select(l => l.TrimEnd());

    private static string Fact(PSPropertyInfo property) => $"{property.Name}={LanguagePrimitives.ConvertTo<string>(property.Value)}";
}
