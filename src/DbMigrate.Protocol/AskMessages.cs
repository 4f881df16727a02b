namespace DbMigrate.Protocol;

/// <summary>A question of the engine that PowerShell answers by an <see cref="AnswerRequest"/> while the request waits.</summary>
internal sealed class AskEvent
{
    /// <summary>The number of the question; given by the worker.</summary>
    public int Id { get; set; }

    /// <summary>What is asked, a name of <see cref="Questions"/>.</summary>
    public string Kind { get; set; } = "";

    /// <summary>The JSON text of the question.</summary>
    public string Body { get; set; } = "{}";
}

/// <summary>The answer to a question.</summary>
internal sealed class AnswerRequest
{
    /// <summary>The number of the question.</summary>
    public int Id { get; set; }

    /// <summary>The JSON text of the answer.</summary>
    public string Body { get; set; } = "{}";

    /// <summary>Why there is no answer; ends the request that asked.</summary>
    public ErrorEvent? Error { get; set; }
}

/// <summary>What the engine asks; each has a question and an answer class.</summary>
internal static class Questions
{
    /// <summary><see cref="StepQuestion"/>, <see cref="StepAnswer"/>: a revision is about to be applied or undone.</summary>
    public const string BeforeApply = "beforeApply";

    /// <summary><see cref="StepQuestion"/>, <see cref="StepAnswer"/>: a revision has been applied or undone and committed.</summary>
    public const string AfterApply = "afterApply";
}

/// <summary>One revision, before or after it runs.</summary>
internal sealed class StepQuestion
{
    public StepInfo Step { get; set; } = new();

    public DatabaseInfo Database { get; set; } = new();

    /// <summary>True where only the history table is written.</summary>
    public bool IsStamp { get; set; }

    /// <summary>The effective heads of the applied set once the step is done.</summary>
    public string[] CurrentAfter { get; set; } = [];
}

/// <summary>Has no content.</summary>
internal sealed class StepAnswer;
