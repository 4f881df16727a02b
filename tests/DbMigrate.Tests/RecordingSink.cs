using System;
using System.Collections.Generic;
using DbMigrate.Protocol;
using DbMigrate.Worker;

namespace DbMigrate.Tests;

/// <summary>Keeps what it is told; <see cref="OnText"/> may react on the calling thread.</summary>
internal sealed class RecordingSink : IWorkerSink
{
    public List<string> Lines { get; } = [];

    public List<StepInfo> Steps { get; } = [];

    public HashSet<int> Threads { get; } = [];

    public Action<string> OnText { get; set; } = _ => { };

    public Func<AskEvent, AnswerRequest> OnAsk { get; set; } = question => throw new InvalidOperationException(question.Kind);

    public void Verbose(string text) => Add("verbose " + text);

    public void Debug(string text) => Add("debug " + text);

    public void Warning(string text) => Add("warning " + text);

    public void Progress(ProgressEvent progress) => Add($"progress {progress.Activity} {progress.Status} {progress.Percent}");

    public void Step(StepInfo step)
    {
        Steps.Add(step);
        Add("step " + step.Revision);
    }

    public AnswerRequest Answer(AskEvent question)
    {
        _ = Threads.Add(Environment.CurrentManagedThreadId);
        return OnAsk(question);
    }

    private void Add(string line)
    {
        Lines.Add(line);
        _ = Threads.Add(Environment.CurrentManagedThreadId);
        OnText(line);
    }
}
