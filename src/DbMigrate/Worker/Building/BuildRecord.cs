using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace DbMigrate.Worker.Building;

/// <summary>
/// What the last build of a project was made from, as MSBuild named it. While nothing of it has changed and nothing was
/// added, the output is what a build would make. Kept in the user's cache, so that a new session knows it too.
/// </summary>
internal sealed class BuildRecord
{
    private const string Format = "dbmigrate build 1";

    private readonly List<(string Kind, string Stamp, string Path)> _facts;

    private BuildRecord(ProjectOutput output, List<(string Kind, string Stamp, string Path)> facts)
    {
        Output = output;
        _facts = facts;
    }

    public ProjectOutput Output { get; }

    /// <summary>Notes how everything is now.</summary>
    public static BuildRecord Take(ProjectOutput output, BuildInputs inputs)
    {
        var facts = new List<(string Kind, string Stamp, string Path)>();
        facts.AddRange(inputs.Imports.Select(f => ("import", FileStamp.Read(f), f)));
        facts.AddRange(inputs.Files.Select(f => ("file", FileStamp.Read(f), f)));
        facts.AddRange(inputs.Outputs.Select(f => ("output", FileStamp.Read(f), f)));
        facts.AddRange(inputs.Ignored.Select(f => ("ignore", "", f)));
        var cone = new SourceCone(inputs.Ignored);
        facts.AddRange(inputs.Projects.Select(Path.GetDirectoryName).Distinct().Select(f => ("cone", cone.Read(f!), f!)));
        return new BuildRecord(output, facts);
    }

    /// <summary>Reads a record; null where there is none that can be understood.</summary>
    public static BuildRecord? Load(string file)
    {
        if (!File.Exists(file))
        {
            return null;
        }

        var lines = File.ReadAllLines(file);
        if (lines.Length < 4 || lines[0] != Format || lines[lines.Length - 1] != Format)
        {
            return null;
        }

        var facts = lines.Skip(3).Take(lines.Length - 4).Select(l => l.Split(['|'], 3)).ToArray();
        return facts.All(f => f.Length == 3) ? new BuildRecord(new ProjectOutput(lines[1], lines[2]), [.. facts.Select(f => (f[0], f[1], f[2]))]) : null;
    }

    public void Save(string file)
    {
        var temporary = file + "." + Guid.NewGuid().ToString("N");
        File.WriteAllLines(temporary, [Format, Output.Assembly, Output.ProjectDirectory, .. _facts.Select(f => $"{f.Kind}|{f.Stamp}|{f.Path}"), Format]);
        try
        {
            File.Delete(file);
            File.Move(temporary, file);
        }
        catch (IOException)
        {
            // Another session wrote its own in between; both are true.
            File.Delete(temporary);
        }
    }

    /// <summary>Whether the project still evaluates to the same output.</summary>
    public bool IsEvaluationCurrent() => Facts("import").Any() && Facts("import").All(IsUnchanged);

    /// <summary>Whether a build would change nothing; files in <paramref name="migrations"/> do not count.</summary>
    public bool IsCurrent(string migrations)
    {
        if (!Facts("cone").Any() || !IsEvaluationCurrent())
        {
            return false;
        }

        var cone = new SourceCone([.. Facts("ignore").Select(f => f.Path), migrations]);
        return Facts("output").All(IsUnchanged)
            && Facts("file").All(f => IsUnchanged(f) || SourceCone.IsBelow(f.Path, migrations))
            && Facts("cone").All(f => cone.Read(f.Path) == f.Stamp);
    }

    private static bool IsUnchanged((string Kind, string Stamp, string Path) fact) => FileStamp.Read(fact.Path) == fact.Stamp;

    private IEnumerable<(string Kind, string Stamp, string Path)> Facts(string kind) => _facts.Where(f => f.Kind == kind);
}
