using System;

namespace DbMigrate.Engine.Schema;

/// <summary>A property whose value is in a column with JSON. Never part of a comparison: a database does not keep it.</summary>
/// <param name="Property">The path to the property, with dots.</param>
/// <param name="Name">Its name in the JSON.</param>
public sealed record JsonPart(string Property, string Name)
{
    private const string Separator = " = ";

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
