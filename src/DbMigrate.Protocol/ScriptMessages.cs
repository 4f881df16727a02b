namespace DbMigrate.Protocol;

/// <summary>Asks for the SQL between two places of the graph (<see cref="Methods.Script"/>); no database is read.</summary>
internal sealed class ScriptRequest
{
    public FolderMessage Folder { get; set; } = new();

    public DatabaseMessage Database { get; set; } = new();

    /// <summary>One range <c>start:end</c>, or its parts between commas, or several ranges with one start.</summary>
    public string[] Range { get; set; } = [];

    /// <summary>Which way it must go; null where the range itself says it.</summary>
    public bool? Down { get; set; }

    /// <summary>Leave out what is applied already when it runs.</summary>
    public bool Idempotent { get; set; }
}
