using System;
using System.IO;
using System.Linq;
using System.Threading;
using DbMigrate.Worker;
using DbMigrate.Worker.Building;
using Xunit;

namespace DbMigrate.Tests;

/// <summary>An app that refers to a library and imports a file from elsewhere, in a temporary folder.</summary>
internal sealed class TestSolution : IDisposable
{
    public const string Library = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
        </Project>
        """;

    private const string App = """
        <Project Sdk="Microsoft.NET.Sdk">
          <Import Project="../shared/Common.props" />
          <PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType></PropertyGroup>
          <ItemGroup><ProjectReference Include="../Lib/Lib.csproj" /></ItemGroup>
        </Project>
        """;

    private readonly ProjectBuilder _builder = new(WorkerFixture.Layout);

    public TestSolution()
    {
        Folder = Directory.CreateTempSubdirectory("build-test-").FullName;
        Write("shared/Common.props", "<Project />");
        Write("Lib/Lib.csproj", Library);
        Write("Lib/Entity.cs", "namespace Lib; public sealed class Entity;");
        Write("App/App.csproj", App);
        Write("App/Program.cs", "System.Console.WriteLine(typeof(Lib.Entity));");
    }

    public string Folder { get; }

    public string Project => Path.Combine(Folder, "App", "App.csproj");

    public RecordingSink Sink { get; } = new();

    public ProjectOutput Output { get; private set; } = new("", "");

    public CancellationToken Stop { get; set; } = TestContext.Current.CancellationToken;

    public void Write(string path, string text)
    {
        var file = Path.Combine(Folder, path);
        _ = Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    /// <summary>Asks for a build and says whether there was one.</summary>
    public bool Build(bool noBuild = false, string configuration = "", string framework = "")
    {
        Sink.Lines.Clear();
        var target = new TargetSpec { Project = Project, Configuration = configuration, Framework = framework, NoBuild = noBuild, MigrationsFolder = Path.Combine(Folder, "App", "migrations") };
        Output = _builder.Build(target, Sink, Stop);
        return Sink.Lines.Any(l => l.StartsWith("verbose Building", StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
