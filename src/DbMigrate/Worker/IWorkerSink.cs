using DbMigrate.Protocol;

namespace DbMigrate.Worker;

/// <summary>
/// Receives what a worker or a build reports. Called on the thread that waits for the answer, so it may write to
/// PowerShell's streams; what it throws stops the request and reaches the caller.
/// </summary>
internal interface IWorkerSink
{
    /// <summary>A line for the verbose stream.</summary>
    void Verbose(string text);

    /// <summary>A line for the debug stream.</summary>
    void Debug(string text);

    /// <summary>A line for the warning stream.</summary>
    void Warning(string text);

    /// <summary>How far a long step has come.</summary>
    void Progress(ProgressEvent progress);

    /// <summary>A revision has been applied or undone and committed.</summary>
    void Step(StepInfo step);

    /// <summary>Answers a question of the engine; the request waits meanwhile.</summary>
    AnswerRequest Answer(AskEvent question);
}
