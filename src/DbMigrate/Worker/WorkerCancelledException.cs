using System;

namespace DbMigrate.Worker;

/// <summary>The request was stopped on the caller's wish; the message says what was done until then.</summary>
internal sealed class WorkerCancelledException : OperationCanceledException
{
    public WorkerCancelledException(string message)
        : base(message)
    {
    }
}
