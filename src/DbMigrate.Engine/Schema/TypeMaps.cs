using System;
using System.Linq;

namespace DbMigrate.Engine.Schema;

/// <summary>The types of a hierarchy in a table whose columns change.</summary>
internal static class TypeMaps
{
    /// <summary>The types under other names of columns.</summary>
    /// <param name="types">The types.</param>
    /// <param name="column">The new name of a column; null where it goes.</param>
    public static EquatableList<TypeMap> Follow(EquatableList<TypeMap> types, Func<string, string?> column) => types.Replace(_ => true, t => t with
    {
        Mark = t.Mark is { } mark && column(mark.Column) is { } name ? mark with { Column = name } : null,
        Columns = t.Columns.Select(column).OfType<string>().Order(StringComparer.Ordinal).ToEquatableList(),
    });
}
