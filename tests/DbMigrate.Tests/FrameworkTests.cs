using System.IO;
using System.Linq;
using System.Text.Json;
using DbMigrate.Revisions.Errors;
using DbMigrate.Worker.Building;
using Xunit;

namespace DbMigrate.Tests;

/// <summary>Projects for several frameworks.</summary>
public sealed class FrameworkTests
{
    private const string Several = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><TargetFrameworks>net8.0;net10.0</TargetFrameworks><OutputType>Exe</OutputType></PropertyGroup>
          <ItemGroup><ProjectReference Include="../Lib/Lib.csproj" Condition="'$(TargetFramework)' == 'net10.0'" /></ItemGroup>
        </Project>
        """;

    [Theory]
    [InlineData("net8.0;net10.0", "net10.0")]
    [InlineData("net10.0;net9.0;net8.0", "net10.0")]
    [InlineData("net9.0;net11.0", "net9.0")]
    [InlineData("net48;netstandard2.0;net8.0", "net8.0")]
    [InlineData("net6.0; net8.0-windows10.0.19041 ;net8.0", "net8.0")]
    [InlineData("net10.0-android;net8.0", "net8.0")]
    public void The_newest_that_can_run_here_is_taken(string frameworks, string expected)
        => Assert.Equal(expected, FrameworkChoice.Newest("App.csproj", Properties(frameworks)));

    [Fact]
    public void Where_none_can_run_all_are_named()
    {
        var error = Assert.Throws<DbMigrateException>(() => FrameworkChoice.Newest("App.csproj", Properties("net48;net7.0;net11.0")));

        Assert.Equal(ErrorCatalogue.TargetNotFound, error.Kind);
        Assert.Contains("'App.csproj' is built for net48, net7.0, net11.0, of which none can be run here.", error.Message);
    }

    [Fact]
    public void One_of_several_is_built_and_the_restore_serves_all_of_them()
    {
        using var solution = new TestSolution();
        solution.Write("App/App.csproj", Several);

        Assert.True(solution.Build());
        Assert.Contains("verbose App.csproj is built for net8.0, net10.0; net10.0 is taken.", solution.Sink.Lines);
        Assert.EndsWith(Path.Combine("bin", "Debug", "net10.0", "App.dll"), solution.Output.Assembly);
        Assert.Equal(["net10.0"], Directory.GetDirectories(Path.Combine(solution.Folder, "App", "bin", "Debug")).Select(Path.GetFileName));
        Assert.Contains("\"net8.0\"", File.ReadAllText(Path.Combine(solution.Folder, "App", "obj", "project.assets.json")));

        Assert.False(solution.Build());
        _ = solution.Build(noBuild: true);
        Assert.EndsWith(Path.Combine("net10.0", "App.dll"), solution.Output.Assembly);

        solution.Write("Lib/Entity.cs", "namespace Lib; public sealed class Entity { public int Number { get; set; } }");
        Assert.True(solution.Build());
    }

    [Fact]
    public void A_framework_that_was_named_is_built_and_one_that_the_project_does_not_have_is_an_error()
    {
        using var solution = new TestSolution();
        solution.Write("App/App.csproj", Several);
        solution.Write("App/Program.cs", "System.Console.WriteLine();");

        Assert.True(solution.Build(framework: "net8.0"));
        Assert.EndsWith(Path.Combine("net8.0", "App.dll"), solution.Output.Assembly);
        Assert.False(solution.Build(framework: "net8.0"));

        Assert.Contains("net9.0", Assert.Throws<DbMigrateException>(() => solution.Build(framework: "net9.0")).Message);
    }

    private static ProjectProperties Properties(string frameworks)
        => ProjectProperties.Read("App.csproj", JsonSerializer.Serialize(new { Properties = new { TargetPath = "", TargetFrameworks = frameworks, BundledNETCoreAppTargetFrameworkVersion = "10.0" } }));
}
