using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Diff.Inheritance;

/// <summary>What is where in a column with JSON. An object is named by what its properties begin with.</summary>
internal sealed class JsonShape(Column column)
{
    /// <summary>The object that the column has, or each element of its list.</summary>
    public string Root { get; } = PropertyName.Root(column);

    /// <summary>The values in an object and in the objects within it.</summary>
    public IEnumerable<JsonPart> Values(string path) => In(path).SelectMany(p => p.IsObject ? Values(p.Inside) : p.IsList ? [] : [p]);

    /// <summary>The lists of objects in an object and in the objects within it.</summary>
    public IEnumerable<JsonPart> Lists(string path) => In(path).SelectMany(p => p.IsObject ? Lists(p.Inside) : p.IsList ? [p] : []);

    /// <summary>The values, objects and lists in an object, without those within these.</summary>
    public IEnumerable<JsonPart> In(string path) => column.Hints.Json.Where(p => !p.IsWhole && p.Beside == path);

    /// <summary>The names in the JSON that lead to a part, from the element of the innermost list that it is in.</summary>
    public IReadOnlyList<string> Names(JsonPart part) => [.. Names(part.Beside), part.Name];

    /// <summary>The names in the JSON that lead to an object; none of the outermost, and of an element.</summary>
    public IReadOnlyList<string> Names(string path)
        => column.Hints.Json.FirstOrDefault(p => p.IsObject && p.Inside == path) is { } part && path != Root ? Names(part) : [];

    /// <summary>The innermost object with all of some values.</summary>
    public string Around(IEnumerable<JsonPart> values)
    {
        var paths = values.Select(v => v.Beside).ToList();
        return column.Hints.Json.Where(p => p.IsObject).Select(p => p.Inside).Where(o => paths.TrueForAll(p => p.StartsWith(o, StringComparison.Ordinal)))
            .MaxBy(o => o.Length) ?? Root;
    }
}
