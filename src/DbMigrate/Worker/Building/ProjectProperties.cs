using System;
using System.Linq;
using System.Xml.Linq;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Worker.Building;

/// <summary>What MSBuild says of a project.</summary>
internal sealed class ProjectProperties
{
    /// <summary>What MSBuild is asked for; its answer is JSON.</summary>
    public const string Arguments = "-getProperty:TargetPath -getProperty:MSBuildProjectDirectory -getProperty:TargetFrameworks -getProperty:BundledNETCoreAppTargetFrameworkVersion";

    private readonly XElement _values;

    private ProjectProperties(XElement values) => _values = values;

    /// <summary>Full path of the assembly; empty where the project is built for several frameworks.</summary>
    public string TargetPath => Value("TargetPath");

    public string ProjectDirectory => Value("MSBuildProjectDirectory");

    /// <summary>The frameworks of a project that is built for several.</summary>
    public string[] Frameworks => [.. Value("TargetFrameworks").Split(';').Select(f => f.Trim()).Where(f => f.Length > 0)];

    /// <summary>The newest .NET that the SDK can build for, whose runtime it has; null where it does not say.</summary>
    public Version? Newest => Version.TryParse(Value("BundledNETCoreAppTargetFrameworkVersion"), out var version) ? version : null;

    public static ProjectProperties Read(string project, string json)
        => new(JsonText.Parse(json.Substring(Math.Max(0, json.IndexOf('{')))).Element("Properties")
            ?? throw ErrorCatalogue.BuildFailed.Error($"MSBuild did not say where '{project}' has its output.", project));

    private string Value(string name) => _values.Element(name)?.Value ?? "";
}
