using System;

namespace DbMigrate.Worker;

/// <summary>The worker process has ended while an answer was waited for.</summary>
internal sealed class WorkerEndedException : Exception
{
    public WorkerEndedException(int exitCode, string lastWords)
        : base($"The worker process ended (exit code {exitCode}).")
    {
        ExitCode = exitCode;
        LastWords = lastWords;
    }

    public int ExitCode { get; }

    /// <summary>The end of what it wrote to standard error.</summary>
    public string LastWords { get; }
}
