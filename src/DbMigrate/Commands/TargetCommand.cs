using System;
using System.ComponentModel;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using DbMigrate.Completion;
using DbMigrate.Hooks;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Errors;
using DbMigrate.Revisions.Settings;
using DbMigrate.Worker;
using DbMigrate.Worker.Building;

namespace DbMigrate.Commands;

/// <summary>A cmdlet that works with the project or assembly that holds the <c>DbContext</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class TargetCommand : FolderCommand
{
    private TargetSpec? _target;
    private WorkerClient? _worker;

    /// <summary>The project with the context: a .csproj or its folder.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Project { get; set; }

    /// <summary>The built assembly with the context.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Assembly { get; set; }

    /// <summary>Name or full name of the context.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ContextCompleter))]
    public string? Context { get; set; }

    /// <summary>The build configuration.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ConfigurationCompleter))]
    public string? Configuration { get; set; }

    /// <summary>The framework to build, of a project for several.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Framework { get; set; }

    /// <summary>The environment that the target runs in.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(EnvironmentCompleter))]
    public string? Environment { get; set; }

    /// <summary>What the target's app, or the design-time factory of its context, is given as arguments.</summary>
    [Parameter]
    [ValidateNotNull]
    [AllowEmptyCollection]
    public string[]? AppArgument { get; set; }

    /// <summary>Takes the project's last build as it is.</summary>
    [Parameter]
    public SwitchParameter NoBuild { get; set; }

    private protected TargetSpec Target => _target ??= SelectTarget();

    /// <summary>What parameter and environment say of working without a target.</summary>
    private protected virtual (string Given, string FromEnvironment) ProviderChoice => ("", "");

    // A cmdlet that can do without a folder says so by returning empty settings.
    private protected virtual MigrationSettings TargetSettings => Settings;

    /// <summary>The context to use: that of the parameter, the environment, the database or the folder; none without a target.</summary>
    private protected string ContextName(string ofDatabase)
        => Target.Provider.Length > 0 ? "" : Context ?? Either(FromEnvironment(nameof(Context)), Either(ofDatabase, TargetSettings.Context));

    /// <summary>From now on this command shows nothing of the string that is secret.</summary>
    private protected string Hide(string connectionString)
    {
        Secrets.Add(connectionString);
        return connectionString;
    }

    private protected TResult Call<TResult>(string method, object request, Action<StepInfo>? step = null)
        where TResult : new()
    {
        RunningHook.RequireNone(Runspace.DefaultRunspace, MyInvocation.MyCommand.Name);
        using var sink = new CommandSink(this, step, Answer);
        try
        {
            if (_worker is null || _worker.HasEnded)
                _worker = WorkerPool.For(Runspace.DefaultRunspace).Get(Target, sink, StopToken);
            return _worker.Call<TResult>(method, request, sink, StopToken);
        }
        catch (WorkerCancelledException e)
        {
            // The pipeline is stopping, so that only the host can still say what was done.
            HostText.Warn(Host, e.Message);
            throw;
        }
    }

    /// <summary>Answers what the engine asks while a request runs.</summary>
    private protected virtual AnswerRequest Answer(AskEvent question)
        => throw ErrorCatalogue.Unexpected.Error($"The engine asked for '{question.Kind}', which this command cannot answer.");

    private TargetSpec SelectTarget()
    {
        var noBuild = MyInvocation.BoundParameters.ContainsKey(nameof(NoBuild)) ? NoBuild.ToBool() : FlagFromEnvironment(nameof(NoBuild));
        var named = TargetSelection.First(
            new(FullPathOrEmpty(Project), FullPathOrEmpty(Assembly), ProviderChoice.Given),
            new(FullPathOrEmpty(FromEnvironment(nameof(Project))), FullPathOrEmpty(FromEnvironment(nameof(Assembly))), ProviderChoice.FromEnvironment),
            new(TargetSettings.Project, TargetSettings.Assembly, ""));
        var console = named is null ? new PackageManagerConsole(this, ModuleLayout.Installed).DefaultProject(noBuild) : null;
        var target = named ?? (console is not null ? new(console.Project, "", "") : Search());

        return new TargetSpec
        {
            Project = target.Project,
            Assembly = target.Assembly,
            Provider = target.Provider.IndexOfAny(['/', '\\', '.']) < 0 ? target.Provider : FullPath(target.Provider),
            Configuration = Configuration ?? Either(FromEnvironment(nameof(Configuration)), console?.Configuration ?? ""),
            Framework = Framework ?? Either(FromEnvironment(nameof(Framework)), TargetSettings.Framework),
            Environment = Environment ?? FromEnvironment(nameof(Environment)),
            Arguments = [.. AppArgument ?? TargetSettings.AppArguments],
            StartTimeout = Seconds("StartTimeout", LoadRequest.DefaultStartTimeout, null),
            MigrationsFolder = TargetSettings.Root,
            WorkingDirectory = SessionState.Path.CurrentFileSystemLocation.Path,
            NoBuild = noBuild,
        };
    }

    private TargetSelection Search()
    {
        var folder = SessionState.Path.CurrentFileSystemLocation.ProviderPath;
        var project = ProjectSearch.Find(folder)
            ?? throw ErrorCatalogue.TargetNotFound.Error($"There is no target: neither -Project nor -Assembly was passed, the settings name none, and there is no project in or below {folder}.");
        WriteVerbose($"No target was named; {project} is the project here.");
        return new(project, "", "");
    }

    private string FullPathOrEmpty(string? path) => string.IsNullOrEmpty(path) ? "" : FullPath(path!);

    private static bool FlagFromEnvironment(string parameter) => FromEnvironment(parameter).Trim().ToLowerInvariant() switch
    {
        "" or "0" or "false" => false,
        "1" or "true" => true,
        var other => throw ErrorCatalogue.EnvironmentInvalid.Error($"DBMIGRATE_{parameter.ToUpperInvariant()} is '{other}'; it can be true or false.", other),
    };

    private static string Either(string first, string second) => first.Length > 0 ? first : second;
}
