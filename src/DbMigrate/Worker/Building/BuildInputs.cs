using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Runtime.InteropServices;

namespace DbMigrate.Worker.Building;

/// <summary>What MSBuild read during a build, in all projects: written down by our targets file, and the imports that its binary log collects.</summary>
internal sealed class BuildInputs
{
    /// <summary>Files that would take part if they appeared in a project's folder or above it.</summary>
    private static readonly string[] Inherited =
        ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "Directory.Build.rsp", "nuget.config", "NuGet.config", "NuGet.Config", "global.json", ".editorconfig", ".globalconfig"];

    public List<string> Projects { get; } = [];

    /// <summary>Project files and all that they import, those that could be imported but are absent included.</summary>
    public List<string> Imports { get; } = [];

    public List<string> Files { get; } = [];

    public List<string> Outputs { get; } = [];

    public List<string> Ignored { get; } = [];

    /// <summary>Reads what a build left in its folder for notes.</summary>
    public static BuildInputs Read(string project, string notes, string migrations)
    {
        var inputs = new BuildInputs();
        if (migrations.Length > 0)
        {
            inputs.Ignored.Add(migrations);
        }

        foreach (var note in Directory.GetFiles(notes, "*.inputs").SelectMany(File.ReadAllLines))
        {
            inputs.Add(note);
        }

        inputs.AddImports(notes);
        foreach (var folder in inputs.Projects.Append(project).Select(Path.GetDirectoryName).Distinct().SelectMany(Ancestors).Distinct())
        {
            inputs.Imports.AddRange(Inherited.Select(name => Path.Combine(folder, name)));
        }

        return inputs;
    }

    /// <summary>Whether a source was written while the build ran: then nobody knows which content it was built from.</summary>
    public bool ChangedSince(DateTime start)
        => Imports.Concat(Files).Any(f => File.GetLastWriteTimeUtc(f) >= start && !Ignored.Any(i => SourceCone.IsBelow(f, i)));

    private static IEnumerable<string> Ancestors(string? folder)
    {
        for (; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            yield return folder;
        }
    }

    private void Add(string note)
    {
        var parts = note.Split(['|'], 2);
        if (parts.Length == 2)
        {
            var list = parts[0] switch { "project" => Projects, "input" => Files, "output" => Outputs, "ignore" => Ignored, _ => [] };
            list.Add(parts[1]);
        }
    }

    /// <summary>The log's archive names each file by its full path, without the root or the colon after a drive.</summary>
    private void AddImports(string notes)
    {
        foreach (var file in Directory.GetFiles(notes, "*.ProjectImports.zip"))
        {
            using var archive = ZipFile.OpenRead(file);
            Imports.AddRange(archive.Entries.Select(e => ToPath(e.FullName)));
        }
    }

    private static string ToPath(string entry)
    {
        var isWindows = RuntimeInformation.IsOSPlatform(OSPlatform.Windows);
        var path = entry.Replace('\\', Path.DirectorySeparatorChar).Replace('/', Path.DirectorySeparatorChar);
        return isWindows && path.Length > 1 && path[1] == Path.DirectorySeparatorChar ? path.Insert(1, ":")
            : isWindows ? @"\\" + path.TrimStart(Path.DirectorySeparatorChar)
            : Path.DirectorySeparatorChar + path.TrimStart(Path.DirectorySeparatorChar);
    }
}
