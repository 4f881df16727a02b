using System;
using System.Collections.Immutable;

namespace DbMigrate.Engine.Schema;

/// <summary>Everything that a schema is: what the model asks for, what the scripts add up to, or what a database has. Immutable.</summary>
public sealed record SchemaState
{
    /// <summary>A schema without anything.</summary>
    public static SchemaState Empty { get; } = new();

    /// <summary>Tables by name.</summary>
    public ImmutableSortedDictionary<ObjectName, Table> Tables { get; init; } = ImmutableSortedDictionary<ObjectName, Table>.Empty;

    /// <summary>Sequences by name.</summary>
    public ImmutableSortedDictionary<ObjectName, Sequence> Sequences { get; init; } = ImmutableSortedDictionary<ObjectName, Sequence>.Empty;

    /// <summary>Views by name: the normalized text of the statement that creates each.</summary>
    public ImmutableSortedDictionary<ObjectName, string> Views { get; init; } = ImmutableSortedDictionary<ObjectName, string>.Empty;

    /// <summary>Views by name as a database keeps them, for those read from one; never part of a comparison.</summary>
    public ImmutableSortedDictionary<ObjectName, string> StoredViews { get; init; } = ImmutableSortedDictionary<ObjectName, string>.Empty;

    /// <summary>
    /// Materialized views by name: the statement that creates each, without rows. They are known where they are in the way
    /// of a change, and made again then; never part of a comparison.
    /// </summary>
    public ImmutableSortedDictionary<ObjectName, string> MaterializedViews { get; init; } = ImmutableSortedDictionary<ObjectName, string>.Empty;

    /// <summary>Triggers by name.</summary>
    public ImmutableSortedDictionary<ObjectName, Trigger> Triggers { get; init; } = ImmutableSortedDictionary<ObjectName, Trigger>.Empty;

    /// <summary>Schemas that were created explicitly.</summary>
    public ImmutableSortedSet<string> Schemas { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>The database's collation; null for its own default.</summary>
    public string? Collation { get; init; }

    /// <summary>The database's provider facets (enums, extensions).</summary>
    public AnnotationSet Annotations { get; init; } = AnnotationSet.Empty;
}

/// <summary>A trigger.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Table">The table or view that it is on.</param>
/// <param name="Sql">The statement that creates it, normalized.</param>
public sealed record Trigger(ObjectName Name, ObjectName Table, string Sql)
{
    /// <summary>The statement as it was written; never part of equality.</summary>
    public StoredText Stored { get; init; }
}

/// <summary>A sequence.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ClrType">The CLR type of its values.</param>
public sealed record Sequence(ObjectName Name, Type ClrType)
{
    /// <summary>First value.</summary>
    public long StartValue { get; init; } = 1;

    /// <summary>Step.</summary>
    public int IncrementBy { get; init; } = 1;

    /// <summary>Smallest value; null for the type's.</summary>
    public long? MinValue { get; init; }

    /// <summary>Largest value; null for the type's.</summary>
    public long? MaxValue { get; init; }

    /// <summary>Whether it starts again at its end.</summary>
    public bool IsCyclic { get; init; }

    /// <summary>Provider facets.</summary>
    public AnnotationSet Annotations { get; init; } = AnnotationSet.Empty;
}
