using System;
using DbMigrate.Protocol;

namespace DbMigrate.Worker.Serving;

/// <summary>A failure of the worker's own, by the name that the catalogue of errors has for it.</summary>
internal sealed class WorkerException(string errorId, string message, string target = "", Exception? inner = null) : Exception(message, inner)
{
    public const string AssemblyInvalid = "AssemblyInvalid";
    public const string EfCoreNotFound = "EfCoreNotFound";
    public const string RuntimeNotInstalled = "RuntimeNotInstalled";
    public const string TargetNotFound = "TargetNotFound";
    public const string Unexpected = "Unexpected";
    public const string WorkerFailed = "WorkerFailed";

    public string ErrorId { get; } = errorId;

    /// <summary>The next step; nothing for the one of the catalogue.</summary>
    public string Action { get; init; } = "";

    public static WorkerException From(Exception exception)
        => exception as WorkerException ?? new WorkerException(Unexpected, exception.Message, inner: exception);

    public ErrorEvent ToEvent(SecretTexts secrets)
        => new() { ErrorId = ErrorId, Message = secrets.Clean(Message), Target = secrets.Clean(target), Action = Action, Detail = secrets.Clean(InnerException?.ToString() ?? "") };
}
