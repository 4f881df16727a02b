using System.IO;
using System.Threading;
using DbMigrate.Revisions.Errors;
using DbMigrate.Worker.Building;

namespace DbMigrate.Worker;

/// <summary>Turns what the user named into files, building a project on the way.</summary>
internal sealed class TargetResolver(ModuleLayout layout)
{
    private readonly ProjectBuilder _builder = new(layout);

    public TargetBuild Resolve(TargetSpec target, IWorkerSink sink, CancellationToken cancellation)
    {
        var start = target.WorkingDirectory.Length > 0 ? target.WorkingDirectory : Directory.GetCurrentDirectory();
        if (target.Provider.Length > 0)
        {
            var provider = layout.FindProvider(target.Provider) ?? Existing(target.Provider, $"'{target.Provider}' is no provider that ships with the module, and no file.");
            return Around(target, provider) with { IsProvider = true, StartDirectory = start };
        }

        if (target.Project.Length > 0)
        {
            var output = _builder.Build(target, sink, cancellation);
            return Around(target, output.Assembly) with { ProjectDirectory = output.ProjectDirectory, StartDirectory = output.ProjectDirectory };
        }

        AssemblyFolder.Refuse(target.Assembly);
        return target.Assembly.Length > 0
            ? Around(target, BehindStarter(Existing(target.Assembly, $"There is no file '{target.Assembly}'."))) with { StartDirectory = start }
            : throw ErrorCatalogue.TargetNotFound.Error("No project, assembly or provider was given.");
    }

    private static TargetBuild Around(TargetSpec target, string path)
        => new() { Path = path, Environment = target.Environment, Arguments = target.Arguments, StartTimeout = target.StartTimeout };

    /// <summary>The app's assembly where its executable was named, which only starts it.</summary>
    private static string BehindStarter(string path)
    {
        var extension = Path.GetExtension(path).ToLowerInvariant();
        var assembly = extension == ".exe" ? Path.ChangeExtension(path, ".dll") : path + ".dll";
        return extension != ".dll" && File.Exists(assembly) ? assembly : path;
    }

    private static string Existing(string path, string problem)
        => File.Exists(path) ? Path.GetFullPath(path) : throw ErrorCatalogue.TargetNotFound.Error(problem, path);
}
