namespace DbMigrate.Engine.Schema;

/// <summary>An entity type of a hierarchy whose own rows, or part of them, are in a table. Never part of a comparison: a database does not keep it.</summary>
/// <param name="Type">The type's name.</param>
/// <param name="Base">The type that it derives from; null for the root.</param>
public sealed record TypeMap(string Type, string? Base)
{
    /// <summary>Whether the type has no rows of its own.</summary>
    public bool IsAbstract { get; init; }

    /// <summary>What tells the type's rows from others in the table; null where nothing has to.</summary>
    public TypeMark? Mark { get; init; }

    /// <summary>The columns that only this type and those derived from it have, where others share the table.</summary>
    public EquatableList<string> Columns { get; init; } = [];
}

/// <summary>The value of a discriminator.</summary>
/// <param name="Column">The discriminator's column.</param>
/// <param name="Literal">The value as SQL.</param>
public sealed record TypeMark(string Column, string Literal);
