using System;

namespace DbMigrate.Engine.Schema;

/// <summary>
/// A property whose value is in a column with JSON. Never part of a comparison: a database does not keep it. A list is a
/// part of its own before its elements' properties.
/// </summary>
/// <param name="Property">The path to the property, with dots; <c>[]</c> stands behind a list: <c>Lines[]</c>, <c>Lines[].Count</c>.</param>
/// <param name="Name">Its name in the JSON; of a list the entity type of its elements.</param>
public sealed record JsonPart(string Property, string Name)
{
    private const string Separator = " = ";

    private const string List = "[]";

    /// <summary>The column that the value would have in a table; null where only a script is known.</summary>
    public Column? Like { get; init; }

    /// <summary>Whether this is a list, and its elements' properties follow.</summary>
    public bool IsList => Property.EndsWith(List, StringComparison.Ordinal);

    /// <summary>The list of a property's values.</summary>
    /// <param name="path">The path to the property.</param>
    /// <param name="entity">The entity type of the elements.</param>
    public static JsonPart ListOf(string path, string entity) => new(path + List, entity);

    /// <summary>The property within the elements of a list, or the whole path where it is in none.</summary>
    /// <param name="path">The path.</param>
    public static string InElement(string path) => path[(path.LastIndexOf(List + ".", StringComparison.Ordinal) is var at and >= 0 ? at + List.Length + 1 : 0)..];

    /// <summary>The part that a text means, which <see cref="ToString"/> wrote, or a person.</summary>
    /// <param name="text">The text.</param>
    public static JsonPart Parse(string text)
    {
        var at = text.IndexOf(Separator, StringComparison.Ordinal);
        return at < 0 ? new(text, Last(text)) : new(text[..at], text[(at + Separator.Length)..]);
    }

    /// <summary>The text in scripts.</summary>
    public override string ToString() => Name == Last(Property) ? Property : Property + Separator + Name;

    private static string Last(string path) => path[(path.LastIndexOf('.') + 1)..];
}
