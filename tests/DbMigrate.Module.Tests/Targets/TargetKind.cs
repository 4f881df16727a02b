namespace DbMigrate.Module.Tests.Targets;

/// <summary>The kinds of targets that the module promises to work with.</summary>
public enum TargetKind
{
    ConsoleApp,
    WebApp,
    OldWebApp,
    WorkerService,
    ClassLibrary,
    WebLibrary,
    SeparateStartupProject,
    BuiltByUs,
    BuiltAssembly,
    Plugins,
    AheadOfTime,
    PublishedFolder,
    PublishedSelfContained,
    PublishedSingleFile,
}
