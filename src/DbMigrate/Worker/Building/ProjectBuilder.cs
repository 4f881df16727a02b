using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using System.Xml.Linq;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Worker.Building;

/// <summary>Builds a project where that would change something, and says where its output is.</summary>
internal sealed class ProjectBuilder(ModuleLayout layout)
{
    private const string Properties = "-getProperty:TargetPath -getProperty:MSBuildProjectDirectory -getProperty:TargetFrameworks";

    public ProjectOutput Build(TargetSpec target, IWorkerSink sink, CancellationToken cancellation)
    {
        var project = ProjectFinder.Find(target.Project);
        var recordFile = RecordFile(project, target.Configuration);
        var record = BuildRecord.Load(recordFile);
        if (record is not null && (target.NoBuild ? record.IsEvaluationCurrent() : record.IsCurrent(target.MigrationsFolder)))
        {
            sink.Verbose($"{Path.GetFileName(project)} is up to date.");
            return Existing(record.Output, project);
        }

        var notes = Path.Combine(Path.GetTempPath(), "dbmigrate-build-" + Guid.NewGuid().ToString("N"));
        _ = Directory.CreateDirectory(notes);
        try
        {
            var start = DateTime.UtcNow;
            var output = Run(project, target, notes, sink, cancellation);
            var inputs = BuildInputs.Read(project, notes, target.MigrationsFolder);
            if (!inputs.ChangedSince(start))
            {
                BuildRecord.Take(output, inputs).Save(recordFile);
            }

            return Existing(output, project);
        }
        finally
        {
            Directory.Delete(notes, recursive: true);
        }
    }

    private static ProjectOutput Existing(ProjectOutput output, string project)
        => File.Exists(output.Assembly)
            ? output
            : throw ErrorCatalogue.TargetNotFound.Error($"'{project}' has no output at '{output.Assembly}'.", project, "Run the command without -NoBuild, or build the project first.");

    private static ProjectOutput ReadOutput(string project, string json)
    {
        var properties = JsonText.Parse(json.Substring(Math.Max(0, json.IndexOf('{')))).Element("Properties")
            ?? throw ErrorCatalogue.BuildFailed.Error($"MSBuild did not say where '{project}' has its output.", project);
        var path = Value(properties, "TargetPath");
        return path.Length > 0
            ? new ProjectOutput(path, Value(properties, "MSBuildProjectDirectory"))
            : throw ErrorCatalogue.TargetNotFound.Error(
                $"'{project}' is built for several frameworks ({Value(properties, "TargetFrameworks")}).", project, "Build it, and name the assembly with -Assembly.");
    }

    private static string Value(XElement properties, string name) => properties.Element(name)?.Value ?? "";

    /// <summary>One record per project, configuration and what of the environment reaches into builds.</summary>
    private static string RecordFile(string project, string configuration)
    {
        var environment = Environment.GetEnvironmentVariables();
        var relevant = environment.Keys.Cast<string>()
            .Where(n => n is "Configuration" or "Platform" or "TargetFramework" or "RuntimeIdentifier" || n.StartsWith("NUGET_", StringComparison.Ordinal) || n.StartsWith("DOTNET_ROOT", StringComparison.Ordinal))
            .OrderBy(n => n, StringComparer.Ordinal).Select(n => $"{n}={environment[n]}");
        using var sha = SHA256.Create();
        var key = sha.ComputeHash(Encoding.UTF8.GetBytes(string.Join("\n", new[] { project, configuration }.Concat(relevant))));
        var folder = Path.Combine(UserCache.Folder, "builds");
        _ = Directory.CreateDirectory(folder);
        return Path.Combine(folder, BitConverter.ToString(key, 0, 12).Replace("-", "").ToLowerInvariant() + ".txt");
    }

    private ProjectOutput Run(string project, TargetSpec target, string notes, IWorkerSink sink, CancellationToken cancellation)
    {
        var log = $"-bl:\"{Path.Combine(notes, "build.binlog")};ProjectImports=ZipFile\"";
        var configuration = target.Configuration.Length > 0 ? $" \"-p:Configuration={target.Configuration}\"" : "";
        var verb = target.NoBuild ? "msbuild" : "build";
        var targets = target.NoBuild ? "" : " -t:Build";
        var variables = new Dictionary<string, string> { ["DOTNET_CLI_UI_LANGUAGE"] = "en", ["DOTNET_NOLOGO"] = "1" };
        if (!target.NoBuild)
        {
            variables["DBMIGRATE_INPUTS"] = notes;
            variables["CustomAfterMicrosoftCommonTargets"] = layout.BuildInputsTargets;
        }

        sink.Verbose($"{(target.NoBuild ? "Evaluating" : "Building")} {project}");
        sink.Progress(new ProgressEvent { Activity = $"{(target.NoBuild ? "Reading" : "Building")} {Path.GetFileName(project)}", Status = "dotnet " + verb });
        var build = new MsBuild($"{verb} \"{project}\"{targets} -v:q -nologo{configuration} {log} {Properties}", variables);
        build.Run(project, cancellation);
        return ReadOutput(project, build.Output);
    }
}
