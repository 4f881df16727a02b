using System;
using DbMigrate.Engine.Diff.Inheritance;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Diff;

/// <summary>A property in a column with JSON.</summary>
/// <param name="Table">The table.</param>
/// <param name="Column">The column.</param>
/// <param name="Path">The way from the column to the property, with dots.</param>
internal sealed record JsonPartName(ObjectName Table, string Column, string Path)
{
    /// <summary>The name of a property that is in a column.</summary>
    /// <param name="table">The table.</param>
    /// <param name="column">The column.</param>
    /// <param name="part">The property.</param>
    public static JsonPartName Of(ObjectName table, Column column, JsonPart part) => new(table, column.Name, part.Property[PropertyName.Root(column).Length..].Replace("[].", ".", StringComparison.Ordinal));

    /// <inheritdoc />
    public override string ToString() => DottedName.Format([Table.Schema, Table.Name, Column, .. Path.Split('.')]);
}
