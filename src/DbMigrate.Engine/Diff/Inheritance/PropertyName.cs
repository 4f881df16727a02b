using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Diff.Inheritance;

/// <summary>Names of properties, which are the same whatever table their column is in.</summary>
internal static class PropertyName
{
    /// <summary>The property behind a column, the path to it joined as EF Core joins it in names of columns.</summary>
    public static string Of(Column column) => Of(column.Hints.Property ?? column.Name);

    /// <summary>The path to a property, joined as EF Core joins it in names of columns.</summary>
    public static string Of(string path) => JsonPart.InElement(path).Replace('.', '_');

    /// <summary>What the properties in a column with JSON begin with, joined in the same way; nothing where they are the table's own.</summary>
    public static string Owner(Column json) => Of(Root(json));

    /// <summary>What the properties in a column with JSON begin with, with dots.</summary>
    public static string Root(Column json)
        => json.Hints.IsJsonList ? json.Hints.Json[0].Inside : json.Hints.Json[0].Beside;

    /// <summary>Columns by property, without those that cannot be told apart.</summary>
    public static IReadOnlyDictionary<string, Column> Index(IEnumerable<Column> columns)
        => columns.GroupBy(Of, StringComparer.Ordinal).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
}
