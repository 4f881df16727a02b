using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Merge;

/// <summary>Anything in a schema that has a name, as the smallest thing that two people can change without meeting.</summary>
/// <param name="Label">Kind and name, for example <c>column Customers.Name</c>.</param>
/// <param name="Value">What it is; equal where nothing changed.</param>
/// <param name="Text">What it is, for people.</param>
internal sealed record SchemaObject(string Label, object Value, string Text)
{
    /// <summary>The label of what goes with it when that is dropped; null where nothing is above it.</summary>
    public string? Owner { get; init; }

    /// <summary>The names by which SQL text mentions it; empty where it cannot be mentioned.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Labels of what it needs.</summary>
    public IReadOnlyList<string> Uses { get; init; } = [];

    /// <summary>SQL text that may mention what it needs.</summary>
    public string? Sql { get; init; }

    /// <summary>Whether it is a table or view, whose loss a database notices only when what needs it is used.</summary>
    public bool IsRelation { get; init; }

    /// <summary>Whether it is a seeded row, whose values also follow what happens to columns.</summary>
    public bool IsRow { get; init; }

    /// <summary>Whether it is a view. Views and tables share their names, and so their labels.</summary>
    public bool IsView { get; init; }

    /// <summary>Kind and name for people.</summary>
    public string Title => IsView ? "view" + Label["table".Length..] : Label;

    /// <summary>Whether it cannot be without another thing. What is in a table mentions columns without its name.</summary>
    public bool Needs(SchemaObject other)
    {
        string[] names = [.. other.Names.Where(n => Owner != Relation(n))];
        return Uses.Contains(other.Label) || (names.Length > 0 && names.All(n => SqlMentions.Any(Sql, [n])));
    }

    /// <summary>The label of a table.</summary>
    public static string Relation(ObjectName table) => "table " + table;

    /// <summary>The label of a column.</summary>
    public static string Column(ObjectName table, string column) => $"column {table}.{column}";
}
