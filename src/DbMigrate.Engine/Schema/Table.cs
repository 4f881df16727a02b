using System;
using System.Linq;

namespace DbMigrate.Engine.Schema;

/// <summary>A table with all that belongs to it. Lists of named things are kept in their order but compared without it by <see cref="SchemaComparer"/>.</summary>
public sealed record Table
{
    /// <summary>The name.</summary>
    public required ObjectName Name { get; init; }

    /// <summary>The columns in their order.</summary>
    public EquatableList<Column> Columns { get; init; } = [];

    /// <summary>The primary key; null for none.</summary>
    public Key? PrimaryKey { get; init; }

    /// <summary>Unique constraints (EF's alternate keys).</summary>
    public EquatableList<Key> UniqueConstraints { get; init; } = [];

    /// <summary>Foreign keys.</summary>
    public EquatableList<ForeignKey> ForeignKeys { get; init; } = [];

    /// <summary>Indexes.</summary>
    public EquatableList<Index> Indexes { get; init; } = [];

    /// <summary>Check constraints.</summary>
    public EquatableList<Check> Checks { get; init; } = [];

    /// <summary>The comment with LF line ends; null for none.</summary>
    public string? Comment { get; init; }

    /// <summary>Provider facets and options such as <c>DbMigrate:Strict</c>.</summary>
    public AnnotationSet Annotations { get; init; } = AnnotationSet.Empty;

    /// <summary>Rows that the model seeds, in the order of insertion; a database does not tell them from others.</summary>
    public EquatableList<SeedRow> Seeds { get; init; } = [];

    /// <summary>The entity type behind the table, as evidence for renames; null where unknown. Never part of a comparison.</summary>
    public string? Entity { get; init; }

    /// <summary>The entity types whose rows are in the table, where it belongs to a hierarchy; never part of a comparison.</summary>
    public EquatableList<TypeMap> Types { get; init; } = [];

    /// <summary>
    /// Of a required owned type's own table, the columns of its owner's table of which one has a value where there must be a row
    /// here, none where each row there has one; null for any other table. Only known of a model, never part of a comparison.
    /// </summary>
    public EquatableList<string>? Presence { get; init; }

    /// <summary>The statement as the database keeps it; only of a table that was read from one.</summary>
    public StoredText Stored { get; init; }

    /// <summary>The column with this name, or null.</summary>
    /// <param name="name">The name, exactly.</param>
    public Column? FindColumn(string name) => Columns.FirstOrDefault(c => string.Equals(c.Name, name, StringComparison.Ordinal));
}
