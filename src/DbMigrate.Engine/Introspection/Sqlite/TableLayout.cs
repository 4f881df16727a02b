using System.Collections.Generic;

namespace DbMigrate.Engine.Introspection.Sqlite;

/// <summary>What a clause of a <c>CREATE TABLE</c> says.</summary>
internal enum ClauseKind
{
    /// <summary>A column's name.</summary>
    Name,

    /// <summary>A column's type.</summary>
    Type,

    /// <summary><c>NOT NULL</c>.</summary>
    NotNull,

    /// <summary><c>NULL</c>.</summary>
    Null,

    /// <summary><c>DEFAULT</c>.</summary>
    Default,

    /// <summary><c>COLLATE</c>.</summary>
    Collate,

    /// <summary><c>GENERATED ALWAYS AS</c>.</summary>
    Computed,

    /// <summary>The primary key.</summary>
    PrimaryKey,

    /// <summary>A unique constraint.</summary>
    Unique,

    /// <summary>A check.</summary>
    Check,

    /// <summary>A foreign key, or what is said about when it is checked.</summary>
    ForeignKey,

    /// <summary>Something that means nothing to us.</summary>
    Other,
}

/// <summary>A clause and where it stands.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Index">Which of the table's constraints of this kind it is.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">The position after it.</param>
internal readonly record struct ClauseSpan(ClauseKind Kind, int Index, int Start, int End);

/// <summary>A column, or a constraint behind the columns, and where it stands.</summary>
/// <param name="Column">The column's position among all; -1 for a constraint.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">The position after its last token.</param>
/// <param name="Clauses">What it consists of.</param>
internal sealed record ItemSpan(int Column, int Start, int End, IReadOnlyList<ClauseSpan> Clauses);

/// <summary>Where the parts of a <c>CREATE TABLE</c> stand, so that one can be changed and the others stay as they are.</summary>
/// <param name="Sql">The statement.</param>
internal sealed record TableLayout(string Sql)
{
    /// <summary>The name of the table as it is written.</summary>
    public (int Start, int End) Name { get; set; }

    /// <summary>The position after the opening parenthesis.</summary>
    public int BodyStart { get; set; }

    /// <summary>The position of the closing parenthesis.</summary>
    public int BodyEnd { get; set; }

    /// <summary>Columns, then constraints.</summary>
    public List<ItemSpan> Items { get; } = [];
}
