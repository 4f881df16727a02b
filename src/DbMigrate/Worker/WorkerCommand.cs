namespace DbMigrate.Worker;

/// <summary>How a worker process is started.</summary>
/// <param name="FileName">The program.</param>
/// <param name="Arguments">Its command line; never with a secret.</param>
internal sealed record WorkerCommand(string FileName, string Arguments);
