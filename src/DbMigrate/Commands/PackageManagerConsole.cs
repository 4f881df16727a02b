using System.Collections;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using DbMigrate.Revisions.Errors;
using DbMigrate.Worker;

namespace DbMigrate.Commands;

/// <summary>Visual Studio's Package Manager Console. What knows Visual Studio's own objects is a script of the module, run only here.</summary>
internal sealed class PackageManagerConsole(DbMigrateCommand command, ModuleLayout layout)
{
    private const string HostName = "Package Manager Host";
    private const string TakenName = "Update-Database";

    private static readonly ConditionalWeakTable<Runspace, object> Told = new();
    private static readonly ScriptBlock Call = ScriptBlock.Create("& $args[0] -IsBuilt $args[1]");

    /// <summary>Whether a host is it.</summary>
    public static bool Is(PSHost host) => host.Name == HostName;

    /// <summary>The default project; null in another host, or where none is chosen.</summary>
    /// <param name="isBuilt">Whether it is taken as it was built last.</param>
    /// <exception cref="DbMigrateException"><c>TargetNotFound</c>.</exception>
    public ConsoleProject? DefaultProject(bool isBuilt)
    {
        if (!Is(command.Host))
            return null;
        Hashtable? answer;
        try
        {
            var script = command.InvokeCommand.GetCommand(layout.DefaultProject, CommandTypes.ExternalScript);
            answer = command.InvokeCommand.InvokeScript(true, Call, null, script, isBuilt).Select(o => o?.BaseObject).OfType<Hashtable>().LastOrDefault();
        }
        catch (RuntimeException e) when (e is not PipelineStoppedException)
        {
            throw ErrorCatalogue.TargetNotFound.Error($"There is no target, and the console does not tell its default project: {e.Message}", inner: e);
        }

        return answer?["Project"] is string { Length: > 0 } project
            ? new(project, answer["Configuration"] as string ?? "")
            : throw ErrorCatalogue.TargetNotFound.Error("There is no target, and the console has no default project.", action: "Choose a project in the console's box 'Default project', or pass -Project or -Assembly.");
    }

    /// <summary>Says once in a session that EF's tools have a function with the name of our cmdlet, which wins over it.</summary>
    public void WarnOfTakenName()
    {
        if (!Is(command.Host) || Runspace.DefaultRunspace is not { } runspace || Told.TryGetValue(runspace, out _))
            return;
        if (command.InvokeCommand.GetCommand(TakenName, CommandTypes.Function) is not FunctionInfo function)
            return;
        Told.Add(runspace, this);
        var owner = string.IsNullOrEmpty(function.ModuleName) ? "a function" : $"a function of {function.ModuleName}";
        command.WriteWarning($"In this console {TakenName} is {owner}, not DbMigrate's cmdlet. Type Update-DbMigration, which is the same cmdlet under another name, or DbMigrate\\{TakenName}.");
    }
}

/// <summary>The project that is chosen in the console.</summary>
/// <param name="Project">Full path of the project.</param>
/// <param name="Configuration">The configuration that Visual Studio builds; empty where unknown.</param>
internal sealed record ConsoleProject(string Project, string Configuration);
