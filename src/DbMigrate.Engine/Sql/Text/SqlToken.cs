using System;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Sql.Text;

/// <summary>What a piece of SQL text is.</summary>
internal enum SqlTokenKind
{
    /// <summary>Blanks, tabs and line ends.</summary>
    WhiteSpace,

    /// <summary><c>-- …</c> up to its line end, or <c>/* … */</c>.</summary>
    Comment,

    /// <summary>A keyword or a name without quotes.</summary>
    Word,

    /// <summary>A name in <c>""</c>, <c>[]</c> or backticks.</summary>
    QuotedName,

    /// <summary>A string in single quotes.</summary>
    String,

    /// <summary>A blob literal: <c>x'…'</c>.</summary>
    Blob,

    /// <summary>A number.</summary>
    Number,

    /// <summary><c>?1</c>, <c>:name</c>, <c>@name</c> or <c>$name</c>.</summary>
    Parameter,

    /// <summary>An operator, bracket, comma or semicolon.</summary>
    Operator,
}

/// <summary>One piece of SQL text. Its text is only made where it is asked for: a large schema has very many.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Source">The whole text.</param>
/// <param name="Position">Where it begins in the whole.</param>
/// <param name="Length">How long it is.</param>
internal readonly record struct SqlToken(SqlTokenKind Kind, string Source, int Position, int Length)
{
    /// <summary>Its text, exactly.</summary>
    public string Text => Source.Substring(Position, Length);

    /// <summary>The position after it.</summary>
    public int End => Position + Length;

    /// <summary>Whether it means nothing to the database.</summary>
    public bool IsTrivia => Kind is SqlTokenKind.WhiteSpace or SqlTokenKind.Comment;

    /// <summary>Whether it can be a name; SQLite takes strings for names where one must stand.</summary>
    public bool IsName => Kind is SqlTokenKind.Word or SqlTokenKind.QuotedName or SqlTokenKind.String;

    /// <summary>The name that it stands for, without quotes.</summary>
    public string Name => SqlText.Unquote(Text);

    private ReadOnlySpan<char> Span => Source.AsSpan(Position, Length);

    /// <summary>Whether it is this keyword, in any case.</summary>
    /// <param name="keyword">The keyword.</param>
    public bool Is(string keyword) => Kind == SqlTokenKind.Word && Length == keyword.Length && Span.Equals(keyword, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it is this operator.</summary>
    /// <param name="text">The operator.</param>
    public bool IsOperator(string text) => Kind == SqlTokenKind.Operator && Span.SequenceEqual(text);
}
