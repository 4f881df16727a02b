using System;
using System.IO;

namespace DbMigrate.Worker;

/// <summary>Where the parts of the installed module are.</summary>
internal sealed class ModuleLayout
{
    public ModuleLayout(string root)
    {
        Root = Path.GetFullPath(root);
        Engine = Path.Combine(Root, "engine", "DbMigrate.Engine.dll");
        Worker = Path.Combine(Root, "worker", "DbMigrate.Worker.dll");
    }

    /// <summary>The layout around this assembly, which is in the module's <c>bin</c> folder.</summary>
    public static ModuleLayout Installed { get; } = new(Path.Combine(Path.GetDirectoryName(typeof(ModuleLayout).Assembly.Location)!, ".."));

    public string Root { get; }

    /// <summary>The worker's program; another one in tests.</summary>
    public string Worker { get; init; }

    /// <summary>The engine; another one in tests.</summary>
    public string Engine { get; init; }

    /// <summary>What runs workers; something else in tests.</summary>
    public Func<WorkerHosts> Hosts { get; init; } = WorkerHosts.Find;

    /// <summary>The folder with a folder for each template.</summary>
    public string Templates => Path.Combine(Root, "templates");

    /// <summary>The script that asks Visual Studio for the console's default project.</summary>
    public string DefaultProject => Path.Combine(Root, "pmc", "DefaultProject.ps1");

    public string BuildInputsTargets => Path.Combine(Root, "build", "DbMigrate.BuildInputs.targets");

    /// <summary>The provider assembly that ships for a name such as <c>Sqlite</c>; null where none does.</summary>
    public string? FindProvider(string name)
    {
        var folder = Path.Combine(Root, "providers");
        var known = Directory.Exists(folder) && name.IndexOfAny(Path.GetInvalidFileNameChars()) < 0 && name.IndexOf('.') < 0
            ? Directory.GetDirectories(folder)
            : [];
        foreach (var candidate in known)
        {
            if (string.Equals(Path.GetFileName(candidate), name, StringComparison.OrdinalIgnoreCase))
            {
                return Path.Combine(candidate, $"DbMigrate.Providers.{Path.GetFileName(candidate)}.dll");
            }
        }

        return null;
    }
}
