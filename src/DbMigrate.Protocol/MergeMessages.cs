namespace DbMigrate.Protocol;

/// <summary>Asks for a revision that joins its parents, two at least. Each database's methods must agree.</summary>
internal sealed class MergeRequest : NewRevisionRequest;

/// <summary>What was merged, or why it was not.</summary>
internal sealed class MergeResult
{
    /// <summary>Why nothing was written; empty where it was.</summary>
    public ConflictInfo[] Conflicts { get; set; } = [];

    /// <summary>The script, also in a preview.</summary>
    public string Script { get; set; } = "";
}

/// <summary>Something that several revisions cannot all do to the same thing.</summary>
internal sealed class ConflictInfo
{
    /// <summary>Logical name in a multi-database folder, else empty.</summary>
    public string Database { get; set; } = "";

    /// <summary>A name of the engine's kinds of conflicts, for example <c>BothChange</c>.</summary>
    public string Kind { get; set; } = "";

    /// <summary>Kind and name of the thing, for example <c>column Customers.Email</c>.</summary>
    public string Object { get; set; } = "";

    /// <summary>The conflict in words, to stand after the thing's name.</summary>
    public string Text { get; set; } = "";

    public ConflictChange[] Changes { get; set; } = [];
}

/// <summary>What one revision does to it.</summary>
internal sealed class ConflictChange
{
    public string Revision { get; set; } = "";

    public string Message { get; set; } = "";

    /// <summary>Full path of the script.</summary>
    public string Path { get; set; } = "";

    /// <summary>What it does, to stand after the revision's name.</summary>
    public string Text { get; set; } = "";
}
