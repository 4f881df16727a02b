using System.Collections.Generic;
using DbMigrate.Protocol;

namespace DbMigrate.Worker;

/// <summary>Which target a command works with, as the user said it; exactly one of project, assembly and provider is used.</summary>
internal sealed record TargetSpec
{
    /// <summary>Full path of a .csproj or of its folder; empty without one.</summary>
    public string Project { get; init; } = "";

    /// <summary>Full path of an assembly; empty without one.</summary>
    public string Assembly { get; init; } = "";

    /// <summary><c>Sqlite</c>, or the full path of a provider assembly: no target. Empty with a target.</summary>
    public string Provider { get; init; } = "";

    /// <summary>Build configuration; empty for the project's own default.</summary>
    public string Configuration { get; init; } = "";

    /// <summary>The framework to build, of a project for several; empty for the newest that can run here.</summary>
    public string Framework { get; init; } = "";

    /// <summary>Value for <c>DOTNET_ENVIRONMENT</c>; empty leaves what is set.</summary>
    public string Environment { get; init; } = "";

    /// <summary>The app's arguments.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>How many seconds the app may take until it has built its host.</summary>
    public int StartTimeout { get; init; } = LoadRequest.DefaultStartTimeout;

    /// <summary>The shell's current folder; a target without a project runs there.</summary>
    public string WorkingDirectory { get; init; } = "";

    /// <summary>Full path of the migrations folder, whose scripts are no reason to build the project again; empty where unknown.</summary>
    public string MigrationsFolder { get; init; } = "";

    /// <summary>Take the project's output as it is.</summary>
    public bool NoBuild { get; init; }
}
