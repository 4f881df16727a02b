namespace DbMigrate.Protocol;

/// <summary>Decisions that are missing, as the catalogue's error has them.</summary>
internal sealed class OpenMessage
{
    /// <summary>Logical name in a multi-database folder, else empty.</summary>
    public string Database { get; set; } = "";

    public OpenRenameMessage[] Renames { get; set; } = [];

    public OpenFillMessage[] Fills { get; set; } = [];
}

/// <summary>What may have been renamed.</summary>
internal sealed class OpenRenameMessage
{
    public string Name { get; set; } = "";

    /// <summary><c>table</c>, <c>column</c> or <c>sequence</c>.</summary>
    public string Kind { get; set; } = "";

    public string Facts { get; set; } = "";

    public RenameChoiceMessage[] Choices { get; set; } = [];
}

/// <summary>What it may have become.</summary>
internal sealed class RenameChoiceMessage
{
    public string To { get; set; } = "";

    public string Name { get; set; } = "";

    public string Facts { get; set; } = "";

    public int Score { get; set; }

    public string Evidence { get; set; } = "";
}

/// <summary>A column that rows need a value in.</summary>
internal sealed class OpenFillMessage
{
    public string Name { get; set; } = "";

    public string Facts { get; set; } = "";

    public string Example { get; set; } = "";

    public string Gone { get; set; } = "";
}
