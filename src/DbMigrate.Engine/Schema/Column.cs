using System;

namespace DbMigrate.Engine.Schema;

/// <summary>
/// A column. Equality is that of the database: name, store type, nullability, default, computed expression,
/// collation, comment and annotations; what only helps to write scripts (<see cref="Hints"/>) does not count.
/// </summary>
public sealed record Column
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The store type as the provider writes it, for example <c>TEXT</c>.</summary>
    public required string StoreType { get; init; }

    /// <summary>Whether NULL is allowed.</summary>
    public bool IsNullable { get; init; }

    /// <summary>The default as a SQL expression in <see cref="SqlText.Normalize"/>d form, literals included; null for none.</summary>
    public string? DefaultSql { get; init; }

    /// <summary>The expression of a computed column, normalized; null for an ordinary column.</summary>
    public string? ComputedSql { get; init; }

    /// <summary>Whether a computed column is stored.</summary>
    public bool IsStored { get; init; }

    /// <summary>The collation; null for the database's own.</summary>
    public string? Collation { get; init; }

    /// <summary>The comment, with LF line ends; null for none.</summary>
    public string? Comment { get; init; }

    /// <summary>Provider facets.</summary>
    public AnnotationSet Annotations { get; init; } = AnnotationSet.Empty;

    /// <summary>What helps to write scripts and to recognise renames; never part of equality.</summary>
    public ColumnHints Hints { get; init; } = ColumnHints.None;

    /// <inheritdoc />
    public bool Equals(Column? other)
        => other is not null && Name == other.Name && StoreType == other.StoreType && IsNullable == other.IsNullable
            && DefaultSql == other.DefaultSql && ComputedSql == other.ComputedSql && IsStored == other.IsStored
            && Collation == other.Collation && Comment == other.Comment && Annotations.Equals(other.Annotations);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Name, StoreType, IsNullable, DefaultSql, ComputedSql, Collation);
}

/// <summary>Facts about a column that a database does not keep.</summary>
public sealed record ColumnHints
{
    /// <summary>Nothing known.</summary>
    public static ColumnHints None { get; } = new();

    /// <summary>The provider's CLR type (after value conversion, never <c>Nullable</c>); null where unknown.</summary>
    public Type? ClrType { get; init; }

    /// <summary>The default as a value, where it was given as one.</summary>
    public object? DefaultValue { get; init; }

    /// <summary>EF's facets, kept for readable scripts.</summary>
    public bool? IsUnicode { get; init; }

    /// <summary>EF's facet.</summary>
    public bool? IsFixedLength { get; init; }

    /// <summary>EF's facet.</summary>
    public int? MaxLength { get; init; }

    /// <summary>EF's facet.</summary>
    public int? Precision { get; init; }

    /// <summary>EF's facet.</summary>
    public int? Scale { get; init; }

    /// <summary>EF's facet.</summary>
    public bool IsRowVersion { get; init; }

    /// <summary>The property behind the column; null where unknown or equal to the column's name.</summary>
    public string? Property { get; init; }

    /// <summary>What earlier versions of EF Core make of the property; null where nothing behind the column is known.</summary>
    public EarlierColumn? Earlier { get; init; }

    /// <summary>The properties in a column with JSON; none where unknown.</summary>
    public EquatableList<JsonPart> Json { get; init; } = [];

    /// <summary>Whether the column has an object in JSON.</summary>
    public bool IsJsonObject => Json is [{ IsWhole: false }, ..];

    /// <summary>Whether the column has a list of objects in JSON.</summary>
    public bool IsJsonList => Json is [{ IsWhole: true }, ..];

    /// <summary>
    /// The columns of which one has a value where the required object that the property is of is there, none where each row has
    /// the object; null where its own columns tell it. Only known of a model.
    /// </summary>
    public EquatableList<string>? Presence { get; init; }
}
