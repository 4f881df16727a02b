namespace DbMigrate.Protocol;

/// <summary>Asks for a new revision. The model is compared with what all revisions add up to.</summary>
internal sealed class GenerateRequest : NewRevisionRequest
{
    public string[] DependsOn { get; set; } = [];

    /// <summary>Write a script without operations, without looking at the model.</summary>
    public bool Empty { get; set; }

    /// <summary>Lead from what the live databases have, which must be at the heads.</summary>
    public bool FromDatabase { get; set; }

    /// <summary>Write what the database has, as a first revision, without looking at the model.</summary>
    public bool Baseline { get; set; }

    public RenameMessage[] Renames { get; set; } = [];

    public FillMessage[] Fills { get; set; } = [];
}

/// <summary>One entry of <c>-Rename</c>.</summary>
internal sealed class RenameMessage
{
    /// <summary>The old name as the database has it: <c>table</c>, <c>table.column</c>, <c>schema.table.column</c>, with <c>[…]</c> around a name with a dot; <c>database:</c> may stand before it.</summary>
    public string From { get; set; } = "";

    /// <summary>The new name; null where the object is dropped, not renamed.</summary>
    public string? To { get; set; }
}

/// <summary>One entry of <c>-Fill</c>.</summary>
internal sealed class FillMessage
{
    /// <summary><c>table.column</c> with the names after the change; <c>database:</c> may stand before it.</summary>
    public string Column { get; set; } = "";

    /// <summary>A value as invariant text; converted to the column's type by the engine. Null where <see cref="Sql"/> is used, or for a NULL value.</summary>
    public string? Value { get; set; }

    /// <summary>.NET type name of the value that the user passed, for example <c>System.Int32</c>.</summary>
    public string ValueType { get; set; } = "";

    /// <summary>A SQL expression; null where a value is used.</summary>
    public string? Sql { get; set; }
}

/// <summary>What was generated.</summary>
internal sealed class GenerateResult
{
    /// <summary>False where nothing changed and so nothing was written.</summary>
    public bool HasChanges { get; set; }

    /// <summary>True where there were changes and a hook has left none of them.</summary>
    public bool IsEmptiedByHook { get; set; }

    /// <summary>The script, also in a preview.</summary>
    public string Script { get; set; } = "";

    public OperationInfo[] Operations { get; set; } = [];
}

/// <summary>Asks whether the model, and the database, are where the scripts are.</summary>
internal sealed class CheckRequest
{
    public FolderMessage Folder { get; set; } = new();

    public DatabaseMessage Database { get; set; } = new();

    /// <summary>Compare the model with the scripts. False without a target.</summary>
    public bool Model { get; set; }

    /// <summary>The database must be at the heads, its scripts unchanged.</summary>
    public bool Applied { get; set; }

    /// <summary>The database's schema must be what its applied scripts say.</summary>
    public bool Drift { get; set; }
}

internal sealed class CheckResult
{
    public bool IsOk { get; set; }

    /// <summary>One sentence per reason for which the check fails.</summary>
    public string[] Reasons { get; set; } = [];

    public DifferenceInfo[] Differences { get; set; } = [];
}
