using Microsoft.EntityFrameworkCore.Migrations;

namespace DbMigrate.Engine.Schema;

/// <summary>A primary key or unique constraint.</summary>
/// <param name="Name">Its name; empty where the database has none.</param>
/// <param name="Columns">Its columns in order.</param>
public sealed record Key(string Name, EquatableList<string> Columns)
{
    /// <summary>Provider facets.</summary>
    public AnnotationSet Annotations { get; init; } = AnnotationSet.Empty;
}

/// <summary>A foreign key.</summary>
/// <param name="Name">Its name; empty where the database has none.</param>
/// <param name="Columns">Its columns in order.</param>
/// <param name="PrincipalTable">The table that it points to.</param>
/// <param name="PrincipalColumns">The columns that it points to; never empty (an implied primary key is spelled out).</param>
public sealed record ForeignKey(string Name, EquatableList<string> Columns, ObjectName PrincipalTable, EquatableList<string> PrincipalColumns)
{
    /// <summary>What happens to rows when the principal's row goes.</summary>
    public ReferentialAction OnDelete { get; init; } = ReferentialAction.NoAction;

    /// <summary>What happens to rows when the principal's key changes.</summary>
    public ReferentialAction OnUpdate { get; init; } = ReferentialAction.NoAction;

    /// <summary>Provider facets and <c>DbMigrate:Deferrable</c>.</summary>
    public AnnotationSet Annotations { get; init; } = AnnotationSet.Empty;
}

/// <summary>A check constraint.</summary>
/// <param name="Name">Its name; empty where the database has none.</param>
/// <param name="Sql">Its condition, normalized.</param>
public sealed record Check(string Name, string Sql)
{
    /// <summary>Provider facets.</summary>
    public AnnotationSet Annotations { get; init; } = AnnotationSet.Empty;
}

/// <summary>An index.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">Its columns in order; empty where <see cref="RawSql"/> is set.</param>
public sealed record Index(string Name, EquatableList<string> Columns)
{
    /// <summary>Whether it is unique.</summary>
    public bool IsUnique { get; init; }

    /// <summary>Per column whether it is descending; empty where all are ascending.</summary>
    public EquatableList<bool> IsDescending { get; init; } = [];

    /// <summary>The filter's condition, normalized; null for none.</summary>
    public string? Filter { get; init; }

    /// <summary>The whole statement, normalized, of an index that EF has no operation for (expressions); null for others.</summary>
    public string? RawSql { get; init; }

    /// <summary>Provider facets.</summary>
    public AnnotationSet Annotations { get; init; } = AnnotationSet.Empty;

    /// <summary>The statement as it was written; never part of equality.</summary>
    public StoredText Stored { get; init; }
}
