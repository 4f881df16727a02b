using System;
using System.Management.Automation;
using DbMigrate.Protocol;
using DbMigrate.Worker;

namespace DbMigrate.Commands;

/// <summary>Passes what a worker reports to the streams of the cmdlet that waits for it.</summary>
internal sealed class CommandSink(DbMigrateCommand command, Action<StepInfo>? step, Func<AskEvent, AnswerRequest> answer) : IWorkerSink, IDisposable
{
    private const int ActivityId = 0x0DB1;

    private string? _activity;

    public void Verbose(string text) => command.WriteVerbose(text);

    public void Debug(string text) => command.WriteDebug(text);

    public void Warning(string text) => command.WriteWarning(text);

    public void Step(StepInfo done) => step?.Invoke(done);

    public AnswerRequest Answer(AskEvent question) => answer(question);

    public void Progress(ProgressEvent progress)
    {
        _activity = progress.Activity.Length == 0 ? "DbMigrate" : progress.Activity;
        var record = new ProgressRecord(ActivityId, _activity, progress.Status.Length == 0 ? " " : progress.Status)
        {
            PercentComplete = progress.Percent,
        };

        // It shows this alone, and no activity.
        if (PackageManagerConsole.Is(command.Host))
            record.CurrentOperation = progress.Status.Length == 0 ? _activity : $"{_activity}: {progress.Status}";
        command.WriteProgress(record);
    }

    /// <summary>Takes the progress bar away, whatever happened.</summary>
    public void Dispose()
    {
        if (_activity is null)
            return;

        try
        {
            command.WriteProgress(new ProgressRecord(ActivityId, _activity, " ") { RecordType = ProgressRecordType.Completed });
        }
        catch (PipelineStoppedException)
        {
            // The engine removes progress bars itself when it stops a pipeline.
        }
    }
}
