namespace DbMigrate.Protocol;

/// <summary>
/// One line between PowerShell and the worker. <see cref="Body"/> is itself JSON text of the message that
/// <see cref="Kind"/> names, so that neither side needs polymorphic serialization.
/// </summary>
internal sealed class Envelope
{
    /// <summary>The number of the request that this line belongs to.</summary>
    public int Id { get; set; }

    /// <summary>A method of <see cref="Methods"/> on the way to the worker, a kind of <see cref="Events"/> on the way back.</summary>
    public string Kind { get; set; } = "";

    /// <summary>The JSON text of the message.</summary>
    public string Body { get; set; } = "{}";

    /// <summary>With the last line of a request: the worker ends, because the target has files open in it.</summary>
    public bool EndsWorker { get; set; }
}

/// <summary>What PowerShell asks of the worker; each has a request and a result class of the same stem.</summary>
internal static class Methods
{
    /// <summary>First line of every worker: <see cref="LoadRequest"/>, answered by <see cref="LoadResult"/>.</summary>
    public const string Load = "load";

    /// <summary>Stops the request that runs, at the next statement boundary; has no answer of its own.</summary>
    public const string Cancel = "cancel";

    /// <summary><see cref="AnswerRequest"/>: answers a question of the request that runs; has no answer of its own.</summary>
    public const string Answer = "answer";

    /// <summary><see cref="ContextsRequest"/>, <see cref="ContextsResult"/>.</summary>
    public const string Contexts = "contexts";

    /// <summary><see cref="GenerateRequest"/>, <see cref="GenerateResult"/>.</summary>
    public const string Generate = "generate";

    /// <summary><see cref="MergeRequest"/>, <see cref="MergeResult"/>.</summary>
    public const string Merge = "merge";

    /// <summary><see cref="StatusRequest"/>, <see cref="StatusResult"/>.</summary>
    public const string Status = "status";

    /// <summary><see cref="PlanRequest"/>, <see cref="PlanResult"/>: reads the database's history and says what would run.</summary>
    public const string Plan = "plan";

    /// <summary><see cref="PlanRequest"/>, <see cref="SqlResult"/>: the SQL of the plan, per revision; runs nothing.</summary>
    public const string Sql = "sql";

    /// <summary><see cref="PlanRequest"/>, <see cref="ApplyResult"/>; each finished step is sent as <see cref="Events.Step"/>.</summary>
    public const string Apply = "apply";

    /// <summary><see cref="ScriptRequest"/>, <see cref="SqlResult"/>: the SQL between two places of the graph; reads no database.</summary>
    public const string Script = "script";

    /// <summary><see cref="StampRequest"/>, <see cref="StampResult"/>: what stamping would change.</summary>
    public const string PlanStamp = "planStamp";

    /// <summary><see cref="StampRequest"/>, <see cref="SqlResult"/>: the SQL of it, one step at most; runs nothing.</summary>
    public const string StampSql = "stampSql";

    /// <summary><see cref="StampRequest"/>, <see cref="StampResult"/>.</summary>
    public const string Stamp = "stamp";

    /// <summary><see cref="CheckRequest"/>, <see cref="CheckResult"/>.</summary>
    public const string Check = "check";

    /// <summary><see cref="CompareRequest"/>, <see cref="CompareResult"/>.</summary>
    public const string Compare = "compare";
}

/// <summary>What the worker sends while a request runs; <see cref="Result"/> or <see cref="Error"/> is the last.</summary>
internal static class Events
{
    /// <summary><see cref="TextEvent"/> for the verbose stream.</summary>
    public const string Verbose = "verbose";

    /// <summary><see cref="TextEvent"/> for the debug stream; console output of the target arrives here too.</summary>
    public const string Debug = "debug";

    /// <summary><see cref="TextEvent"/> for the warning stream.</summary>
    public const string Warning = "warning";

    /// <summary><see cref="ProgressEvent"/>.</summary>
    public const string Progress = "progress";

    /// <summary><see cref="StepInfo"/>: one revision has been applied or undone and committed.</summary>
    public const string Step = "step";

    /// <summary><see cref="AskEvent"/>: the request waits for a <see cref="Methods.Answer"/>.</summary>
    public const string Ask = "ask";

    /// <summary>The result message of the request.</summary>
    public const string Result = "result";

    /// <summary><see cref="ErrorEvent"/>: the request failed.</summary>
    public const string Error = "error";

    /// <summary>The request was stopped by <see cref="Methods.Cancel"/>; the body is a <see cref="TextEvent"/> that says what was done.</summary>
    public const string Cancelled = "cancelled";
}
