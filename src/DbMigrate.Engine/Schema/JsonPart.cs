using System;

namespace DbMigrate.Engine.Schema;

/// <summary>
/// A property whose value is in a column with JSON. Never part of a comparison: a database does not keep it. A list is a
/// part of its own before its elements' properties, and so is an object within an object or an element.
/// </summary>
/// <param name="Property">The path to the property, with dots; <c>[]</c> stands behind a list and <c>{}</c> behind an object: <c>Lines[]</c>, <c>Lines[].Count</c>, <c>Home.Spot{}</c>, <c>Home.Spot.Width</c>.</param>
/// <param name="Name">Its name in the JSON, where it stands; of a list the entity type of its elements.</param>
public sealed record JsonPart(string Property, string Name)
{
    private const string Separator = " = ";

    private const string List = "[]";

    private const string Object = "{}";

    /// <summary>The column that the value would have in a table; null where only a script is known, and of what is no value.</summary>
    public Column? Like { get; init; }

    /// <summary>Whether an application cannot read what an object is in without it. Only known of a model.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether this is a list, and its elements' properties follow.</summary>
    public bool IsList => Property.EndsWith(List, StringComparison.Ordinal);

    /// <summary>Whether this is an object, and its properties follow.</summary>
    public bool IsObject => Property.EndsWith(Object, StringComparison.Ordinal);

    /// <summary>Whether this is a plain value.</summary>
    public bool IsValue => !IsList && !IsObject;

    /// <summary>What the properties begin with that stand beside this one, with a dot at its end.</summary>
    public string Beside => Property[..(Property.LastIndexOf('.') + 1)];

    /// <summary>What the properties of a list's elements, or of an object, begin with, with a dot at its end.</summary>
    public string Inside => (IsObject ? Property[..^Object.Length] : Property) + ".";

    /// <summary>The list of a property's values.</summary>
    /// <param name="path">The path to the property.</param>
    /// <param name="entity">The entity type of the elements.</param>
    public static JsonPart ListOf(string path, string entity) => new(path + List, entity);

    /// <summary>The object that a property has.</summary>
    /// <param name="path">The path to the property.</param>
    /// <param name="name">Its name in the JSON.</param>
    public static JsonPart ObjectOf(string path, string name) => new(path + Object, name);

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

    private static string Last(string path)
    {
        var last = path[(path.LastIndexOf('.') + 1)..];
        return last.EndsWith(Object, StringComparison.Ordinal) ? last[..^Object.Length] : last;
    }
}
