namespace DbMigrate.Output;

/// <summary>Something that revisions which are to be merged cannot all do.</summary>
public sealed record MigrationConflict
{
    /// <summary>The database's name in a folder of several, else empty.</summary>
    public string Database { get; init; } = "";

    /// <summary>What sort of conflict it is, for example <c>BothCreate</c>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>What it is about, for example <c>column Customers.Email</c>.</summary>
    public string Object { get; init; } = "";

    /// <summary>The conflict in words, to be read after the object.</summary>
    public string Text { get; init; } = "";

    /// <summary>What the revisions involved do.</summary>
    public MigrationConflictChange[] Changes { get; init; } = [];

    /// <summary>Kind and object.</summary>
    public override string ToString() => $"{Kind} {Object}";
}

/// <summary>What a revision does to the object of a conflict.</summary>
public sealed record MigrationConflictChange
{
    /// <summary>The id; the property has the name of the parameter that takes it.</summary>
    public string Revision { get; init; } = "";

    /// <summary>What the revision is for.</summary>
    public string Message { get; init; } = "";

    /// <summary>Full path of its script.</summary>
    public string Path { get; init; } = "";

    /// <summary>What it does, to be read after its name.</summary>
    public string Text { get; init; } = "";

    /// <summary>The revision and what it does.</summary>
    public override string ToString() => $"{Revision} {Text}";
}
