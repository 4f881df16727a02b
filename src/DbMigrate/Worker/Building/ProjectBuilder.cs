using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Worker.Building;

/// <summary>Builds a project where that would change something, and says where its output is.</summary>
internal sealed class ProjectBuilder(ModuleLayout layout)
{
    public ProjectOutput Build(TargetSpec target, IWorkerSink sink, CancellationToken cancellation)
    {
        var project = ProjectFinder.Find(target.Project);
        var recordFile = RecordFile(project, target);
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

    /// <summary>One record per project, configuration, framework and what of the environment reaches into builds.</summary>
    private static string RecordFile(string project, TargetSpec target)
    {
        var environment = Environment.GetEnvironmentVariables();
        var relevant = environment.Keys.Cast<string>()
            .Where(n => n is "Configuration" or "Platform" or "TargetFramework" or "RuntimeIdentifier" || n.StartsWith("NUGET_", StringComparison.Ordinal) || n.StartsWith("DOTNET_ROOT", StringComparison.Ordinal))
            .OrderBy(n => n, StringComparer.Ordinal).Select(n => $"{n}={environment[n]}");
        using var sha = SHA256.Create();
        var key = sha.ComputeHash(Encoding.UTF8.GetBytes(string.Join("\n", new[] { project, target.Configuration, target.Framework }.Concat(relevant))));
        var folder = Path.Combine(UserCache.Folder, "builds");
        _ = Directory.CreateDirectory(folder);
        return Path.Combine(folder, BitConverter.ToString(key, 0, 12).Replace("-", "").ToLowerInvariant() + ".txt");
    }

    private ProjectOutput Run(string project, TargetSpec target, string notes, IWorkerSink sink, CancellationToken cancellation)
    {
        sink.Verbose($"{(target.NoBuild ? "Evaluating" : "Building")} {project}");
        sink.Progress(new ProgressEvent { Activity = $"{(target.NoBuild ? "Reading" : "Building")} {Path.GetFileName(project)}", Status = "dotnet msbuild" });

        // Building all frameworks takes longer, and fails where one of them cannot be built on this machine.
        var framework = target.Framework.Length > 0 || !MayHaveSeveral(project)
            ? target.Framework
            : Choose(project, Invoke(project, target with { NoBuild = true }, "", notes, cancellation), sink);
        var properties = Invoke(project, target, framework, notes, cancellation);
        if (properties.TargetPath.Length == 0)
            properties = Invoke(project, target, Choose(project, properties, sink), notes, cancellation);
        return new ProjectOutput(properties.TargetPath, properties.ProjectDirectory);
    }

    private static bool MayHaveSeveral(string project) => File.ReadAllText(project).Contains("<TargetFrameworks");

    private static string Choose(string project, ProjectProperties properties, IWorkerSink sink)
    {
        if (properties.Frameworks.Length == 0)
            return "";
        var framework = FrameworkChoice.Newest(project, properties);
        sink.Verbose($"{Path.GetFileName(project)} is built for {string.Join(", ", properties.Frameworks)}; {framework} is taken.");
        return framework;
    }

    private ProjectProperties Invoke(string project, TargetSpec target, string framework, string notes, CancellationToken cancellation)
    {
        var log = $"-bl:\"{Path.Combine(notes, framework + "build.binlog")};ProjectImports=ZipFile\"";
        var configuration = target.Configuration.Length > 0 ? $" \"-p:Configuration={target.Configuration}\"" : "";
        var chosen = framework.Length == 0 ? "" : $" \"-p:TargetFramework={framework}\"";
        var variables = new Dictionary<string, string> { ["DOTNET_CLI_UI_LANGUAGE"] = "en", ["DOTNET_NOLOGO"] = "1" };
        if (!target.NoBuild)
        {
            variables["DBMIGRATE_INPUTS"] = notes;
            variables["CustomAfterMicrosoftCommonTargets"] = layout.BuildInputsTargets;
        }

        // Not "dotnet build", which looks for workloads on the way and leaves two empty folders in the temporary one each time.
        var targets = target.NoBuild ? "" : framework.Length == 0 ? " -restore -t:Build" : " -t:Build";
        if (!target.NoBuild && framework.Length > 0)
        {
            // For all frameworks, because others use its result too.
            new MsBuild($"msbuild \"{project}\" -t:Restore -v:q -nologo{configuration}", variables).Run(project, cancellation);
        }

        var build = new MsBuild($"msbuild \"{project}\"{targets} -v:q -nologo{configuration}{chosen} {log} {ProjectProperties.Arguments}", variables);
        build.Run(project, cancellation);
        return ProjectProperties.Read(project, build.Output);
    }
}
