using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace DbMigrate.EndToEnd.Tests;

/// <summary>A project whose version of EF Core, and of its own model, can be changed; a fixture holds its text.</summary>
/// <param name="sandbox">Where it is written to, as <c>Target</c>.</param>
/// <param name="fixture">The fixture.</param>
internal sealed class VersionedTarget(Sandbox sandbox, string fixture)
{
    // By EF Core's major version: Npgsql's provider for it, and the driver.
    private static readonly Dictionary<char, (string Provider, string Driver)> Npgsql = new()
    {
        ['8'] = ("8.0.11", "8.0.9"),
        ['9'] = ("9.0.4", "9.0.3"),
        ['1'] = ("10.0.3", "10.0.3"),
    };

    /// <summary>Writes project and model; a line that begins with <c>//v1</c> or <c>//v2</c> is of that version alone.</summary>
    public void Write(string efCore, string framework, int version)
    {
        var source = Path.Combine(Sandbox.Repository, "tests", "Fixtures", fixture);
        Directory.CreateDirectory(sandbox.PathOf("Target"));
        var project = File.ReadAllText(Path.Combine(source, "Target.csproj")).Replace("$(EfCore)", efCore)
            .Replace("$(NpgsqlEfCore)", Npgsql[efCore[0]].Provider).Replace("$(Npgsql)", Npgsql[efCore[0]].Driver)
            .Replace("<OutputType>", $"<TargetFramework>{framework}</TargetFramework><OutputType>");
        File.WriteAllText(sandbox.PathOf("Target/Target.csproj"), project);
        File.WriteAllLines(
            sandbox.PathOf("Target/Model.cs"),
            File.ReadAllLines(Path.Combine(source, "Model.cs.txt")).Where(l => !l.StartsWith($"//v{3 - version}")).Select(l => l.Replace($"//v{version}", "")));
    }
}
