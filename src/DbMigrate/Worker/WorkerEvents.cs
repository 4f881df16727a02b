using System;
using System.Linq;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Worker;

/// <summary>What the lines of a worker mean.</summary>
internal static class WorkerEvents
{
    /// <summary>Hands an event on; kinds that this side does not know are left out.</summary>
    public static void Deliver(Envelope line, IWorkerSink sink)
    {
        switch (line.Kind)
        {
            case Events.Verbose:
                sink.Verbose(Read<TextEvent>(line).Text);
                break;
            case Events.Debug:
                sink.Debug(Read<TextEvent>(line).Text);
                break;
            case Events.Warning:
                sink.Warning(Read<TextEvent>(line).Text);
                break;
            case Events.Progress:
                sink.Progress(Read<ProgressEvent>(line));
                break;
            case Events.Step:
                sink.Step(Read<StepInfo>(line));
                break;
        }
    }

    /// <summary>The message that a line carries.</summary>
    /// <exception cref="UnreadableMessageException">It carries another, or none.</exception>
    public static T Read<T>(Envelope line)
        where T : new()
    {
        try
        {
            return JsonText.Read<T>(line.Body);
        }
        catch (FormatException e)
        {
            throw new UnreadableMessageException(e);
        }
    }

    /// <summary>Turns the last lines that are no result into exceptions.</summary>
    public static void ThrowIfNoResult(Envelope last, IWorkerSink sink)
    {
        switch (last.Kind)
        {
            case Events.Error:
                throw ToException(Read<ErrorEvent>(last), sink);
            case Events.Cancelled:
                throw new WorkerCancelledException(Read<TextEvent>(last).Text);
        }
    }

    /// <summary>Whether a request has ended with this line.</summary>
    public static bool IsLast(Envelope line) => line.Kind is Events.Result or Events.Error or Events.Cancelled;

    /// <summary>Says why a worker has ended.</summary>
    public static DbMigrateException ToException(WorkerEndedException ended, RuntimeConfig config)
    {
        if (IsFrameworkMissing(ended.ExitCode))
        {
            var needed = string.Join(" and ", config.Frameworks.Select(f => $"{f.Name} {f.Version}"));
            return ErrorCatalogue.RuntimeNotInstalled.Error($"The target needs {needed} or later, which is not installed.", action: $"Install the .NET runtime with {needed}.", inner: ended);
        }

        var words = ended.LastWords.Length > 0 ? "\n" + ended.LastWords : "";
        return ErrorCatalogue.WorkerFailed.Error(ended.Message + words, inner: ended);
    }

    /// <summary>The exit code of <c>dotnet</c> where a framework is not installed, in full or cut to a byte.</summary>
    private static bool IsFrameworkMissing(int exitCode) => exitCode is 150 or unchecked((int)0x80008096);

    private static DbMigrateException ToException(ErrorEvent error, IWorkerSink sink)
    {
        if (error.Detail.Length > 0)
        {
            sink.Debug(error.Detail);
        }

        return new(ErrorCatalogue.Find(error.ErrorId), error.Message, error.Target, error.Action.Length > 0 ? error.Action : null)
        {
            Open = error.Open is { } open ? OpenMessages.Read(open) : null,
        };
    }
}
