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
        Directory.CreateDirectory(sandbox.PathOf("Blog"));
        File.WriteAllText(sandbox.PathOf("Blog/Blog.csproj"), """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Microsoft.EntityFrameworkCore.Sqlite" Version="10.0.15" />
              </ItemGroup>
            </Project>
            """);
        var models = MarkdownDocument.Blocks("README.md", "csharp");
        var tour = MarkdownDocument.Blocks("README.md", "powershell");
        File.WriteAllText(sandbox.PathOf("Blog/Blog.cs"), models[0]);
        File.WriteAllText(sandbox.PathOf("Blog2.cs"), models[0].Replace("    public required string Title { get; set; }\n", models[1]));

        // The first block imports the module, which every test session has done; the reader edits the model in between.
        var output = PowerShellProcess.Run(sandbox, string.Join("\n", [.. tour.Skip(1).Take(1), "[IO.File]::WriteAllText(\"$PWD/Blog/Blog.cs\", [IO.File]::ReadAllText(\"$PWD/Blog2.cs\"))", .. tour.Skip(2)]));

        Assert.EndsWith("True", output.TrimEnd());
        Assert.Equal(2, Directory.GetFiles(sandbox.Versions).Length);
    }
}
