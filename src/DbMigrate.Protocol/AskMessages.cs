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
    /// <summary><see cref="GeneratedQuestion"/>, <see cref="GeneratedAnswer"/>: what a new revision is to do.</summary>
    public const string Generated = "generated";

    /// <summary><see cref="IncludeQuestion"/>, <see cref="IncludeAnswer"/>: which objects are ours.</summary>
    public const string IncludeObject = "includeObject";

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

/// <summary>Objects of one side of a comparison.</summary>
internal sealed class IncludeQuestion
{
    /// <summary>Logical name of the database in a multi-database folder; empty elsewhere.</summary>
    public string Database { get; set; } = "";

    /// <summary>Where they come from: <c>Model</c>, <c>Scripts</c> or <c>Database</c>.</summary>
    public string Side { get; set; } = "";

    public ObjectMessage[] Objects { get; set; } = [];
}

/// <summary>An object of a schema.</summary>
internal sealed class ObjectMessage
{
    /// <summary>For example <c>Table</c> or <c>Column</c>.</summary>
    public string Kind { get; set; } = "";

    /// <summary>Empty for the default one.</summary>
    public string Schema { get; set; } = "";

    /// <summary>The table that it belongs to; its own name for a table, empty for what belongs to none.</summary>
    public string Table { get; set; } = "";

    public string Name { get; set; } = "";
}

/// <summary>What is ours.</summary>
internal sealed class IncludeAnswer
{
    /// <summary>For each object of the question, in order.</summary>
    public bool[] Included { get; set; } = [];
}
