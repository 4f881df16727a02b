using System.IO;
using System.Linq;
using Xunit;

namespace DbMigrate.EndToEnd.Tests;

/// <summary>The README's five minutes, run as they stand there.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void The_tour_runs_as_it_is_written()
    {
        using var sandbox = new Sandbox();
        var models = MarkdownDocument.Blocks("README.md", "csharp");
        var tour = MarkdownDocument.Blocks("README.md", "powershell");
        BlogProject.Write(sandbox, models[0]);
        File.WriteAllText(sandbox.PathOf("Blog2.cs"), models[0].Replace("    public required string Title { get; set; }\n", models[1]));

        // The first block imports the module, which every test session has done; the reader edits the model in between.
        var output = PowerShellProcess.Run(sandbox, string.Join("\n", [.. tour.Skip(1).Take(1), "[IO.File]::WriteAllText(\"$PWD/Blog/Blog.cs\", [IO.File]::ReadAllText(\"$PWD/Blog2.cs\"))", .. tour.Skip(2)]));

        // Up to date before the paragraph on teams; after it both heads and their merge are there.
        Assert.Contains("\nTrue\n", output.ReplaceLineEndings("\n"));
        Assert.Equal(5, Directory.GetFiles(sandbox.Versions).Length);
        var merge = Path.GetFileName(Assert.Single(Directory.GetFiles(sandbox.Versions, "*_merge_search1_tags1.cs"))).Split('_')[2];
        Assert.Contains(merge, output.TrimEnd().Split('\n')[^1]);
    }
}
