using System;

namespace DbMigrate.Engine.Schema;

/// <summary>
/// A property whose value is in a column with JSON. Never part of a comparison: a database does not keep it. A list of
/// objects is a part of its own before its elements' properties, and so is an object within an object or an element.
/// </summary>
/// <param name="Property">
/// The path to the property, with dots; <c>[]</c> stands behind a list, <c>[{}]</c> behind one within an object or an element,
/// <c>{}</c> behind an object, and <c>{?}</c> behind one that may be missing: <c>Lines[]</c>, <c>Lines[].Count</c>,
/// <c>Lines[].Parts[{}]</c>, <c>Lines[].Parts[].Size</c>, <c>Home.Spot{}</c>, <c>Home.Spot.Width</c>.
/// </param>
/// <param name="Name">Its name in the JSON, where it stands.</param>
public sealed record JsonPart(string Property, string Name)
{
    private const string Separator = " = ";

    private const string List = "[]";

    private const string InnerList = "[{}]";

    private const string Array = "[*]";

    private const string Object = "{}";

    private const string OptionalObject = "{?}";

    /// <summary>The entity type of a list's elements; null for what is no list.</summary>
    public string? Entity { get; init; }

    /// <summary>The column that the value would have in a table; null where only a script is known, and of what is no value.</summary>
    public Column? Like { get; init; }

    /// <summary>Whether the value is a list of plain values; in scripts <c>[*]</c> stands behind its path.</summary>
    public bool IsArray { get; init; }

    /// <summary>Whether this is an object that is wherever its owner is.</summary>
    public bool IsRequired => Property.EndsWith(Object, StringComparison.Ordinal);

    /// <summary>Whether this is a list, and its elements' properties follow.</summary>
    public bool IsList => IsWhole || Property.EndsWith(InnerList, StringComparison.Ordinal);

    /// <summary>Whether this is the list that the column itself has.</summary>
    public bool IsWhole => Property.EndsWith(List, StringComparison.Ordinal);

    /// <summary>Whether this is an object, and its properties follow.</summary>
    public bool IsObject => IsRequired || Property.EndsWith(OptionalObject, StringComparison.Ordinal);

    /// <summary>Whether this is a plain value, or a list of such.</summary>
    public bool IsValue => !IsList && !IsObject;

    /// <summary>What the properties begin with that stand beside this one, with a dot at its end.</summary>
    public string Beside => Property[..(Property.LastIndexOf('.') + 1)];

    /// <summary>What the properties of a list's elements, or of an object, begin with, with a dot at its end.</summary>
    public string Inside => Bare(Property) + (IsList ? List : "") + ".";

    /// <summary>The list that a column has.</summary>
    /// <param name="path">The path to the property.</param>
    /// <param name="entity">The entity type of the elements.</param>
    public static JsonPart ListOf(string path, string entity) => new(path + List, Last(path)) { Entity = entity };

    /// <summary>A list within an object, or within an element of another list.</summary>
    /// <param name="path">The path to the property.</param>
    /// <param name="name">Its name in the JSON.</param>
    /// <param name="entity">The entity type of the elements.</param>
    public static JsonPart InnerListOf(string path, string name, string entity) => new(path + InnerList, name) { Entity = entity };

    /// <summary>The object that a property has.</summary>
    /// <param name="path">The path to the property.</param>
    /// <param name="name">Its name in the JSON.</param>
    /// <param name="isRequired">Whether it is wherever its owner is.</param>
    public static JsonPart ObjectOf(string path, string name, bool isRequired) => new(path + (isRequired ? Object : OptionalObject), name);

    /// <summary>The property within the elements of a list, or the whole path where it is in none.</summary>
    /// <param name="path">The path.</param>
    public static string InElement(string path) => path[(path.LastIndexOf(List + ".", StringComparison.Ordinal) is var at and >= 0 ? at + List.Length + 1 : 0)..];

    /// <summary>The part that a text means, which <see cref="ToString"/> wrote, or a person.</summary>
    /// <param name="text">The text.</param>
    public static JsonPart Parse(string text)
    {
        var (path, rest) = Split(text);
        var part = new JsonPart(path, Last(path));
        if (part.IsList)
        {
            var (entity, name) = Split(rest ?? "");
            return part with { Name = name ?? part.Name, Entity = entity };
        }

        var isArray = path.EndsWith(Array, StringComparison.Ordinal);
        path = isArray ? path[..^Array.Length] : path;
        return new(path, rest ?? Last(path)) { IsArray = isArray };
    }

    /// <summary>The text in scripts.</summary>
    public override string ToString() => Property + (IsArray ? Array : "") + (Entity is null ? "" : Separator + Entity) + (Name == Last(Property) ? "" : Separator + Name);

    private static (string First, string? Second) Split(string text)
        => text.IndexOf(Separator, StringComparison.Ordinal) is var at and >= 0 ? (text[..at], text[(at + Separator.Length)..]) : (text, null);

    private static string Last(string path) => Bare(path[(path.LastIndexOf('.') + 1)..]);

    /// <summary>A path without what stands behind it.</summary>
    /// <param name="path">The path.</param>
    internal static string Bare(string path)
        => path.EndsWith('}') ? path[..path.LastIndexOf('{')] : path.EndsWith(List, StringComparison.Ordinal) || path.EndsWith(InnerList, StringComparison.Ordinal) ? path[..path.LastIndexOf('[')] : path;
}
