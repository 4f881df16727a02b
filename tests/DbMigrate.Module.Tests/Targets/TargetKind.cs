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
    SeveralFrameworks,
    Plugins,
    AheadOfTime,
    EfCore8,
    EfCore9,
    EfCore10,
    PublishedFolder,
    PublishedSelfContained,
    PublishedSingleFile,
}
