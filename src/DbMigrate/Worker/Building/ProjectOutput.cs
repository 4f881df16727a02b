namespace DbMigrate.Worker.Building;

/// <summary>What a build of a project left.</summary>
/// <param name="Assembly">Full path of the assembly.</param>
/// <param name="ProjectDirectory">The project's folder.</param>
internal sealed record ProjectOutput(string Assembly, string ProjectDirectory);
