namespace DbMigrate.Output;

/// <summary>One thing in which two schemas differ.</summary>
public sealed record SchemaDifference
{
    /// <summary>Logical name of the database in a multi-database folder; else empty.</summary>
    public string Database { get; init; } = "";

    /// <summary><c>Missing</c>, <c>Unexpected</c> or <c>Changed</c>, seen from the reference.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Kind and name of the object, for example <c>column Customers.Email</c>.</summary>
    public string Object { get; init; } = "";

    /// <summary>The object as the reference has it; empty where it has none.</summary>
    public string Expected { get; init; } = "";

    /// <summary>The object as the other side has it; empty where it has none.</summary>
    public string Actual { get; init; } = "";

    /// <summary>What would make it as the reference has it. Empty for what no revision ever made, which is nobody's to drop.</summary>
    public MigrationOperation[] Operations { get; init; } = [];

    /// <summary>Why it is there where an upgrade of EF Core is the reason and not the model; else empty.</summary>
    public string Cause { get; init; } = "";

    /// <summary>The difference on one line.</summary>
    public override string ToString()
    {
        var text = Kind switch
        {
            "Missing" => $"{Object} is missing: {Expected}",
            "Unexpected" => $"{Object} was not expected: {Actual}",
            _ => $"{Object} is {Actual} instead of {Expected}",
        };
        if (Cause.Length > 0)
            text += $" ({Cause})";
        return Database.Length > 0 ? $"{Database}: {text}" : text;
    }
}
