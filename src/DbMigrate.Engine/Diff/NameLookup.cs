using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Diff;

/// <summary>Finds tables, sequences and columns by the names that people write; exactly, else regardless of case. The default schema may be named, too.</summary>
internal static class NameLookup
{
    /// <summary>The tables called <c>table</c> or <c>schema.table</c>; one of the default schema wins over others.</summary>
    public static IReadOnlyList<ObjectName> Tables(SchemaState state, IReadOnlyList<string> parts, string? defaultSchema) => Find(state.Tables.Keys, parts, defaultSchema);

    /// <summary>The sequences called <c>sequence</c> or <c>schema.sequence</c>; one of the default schema wins over others.</summary>
    public static IReadOnlyList<ObjectName> Sequences(SchemaState state, IReadOnlyList<string> parts, string? defaultSchema) => Find(state.Sequences.Keys, parts, defaultSchema);

    /// <summary>The columns called <c>table.column</c> or <c>schema.table.column</c>.</summary>
    public static IReadOnlyList<ColumnName> Columns(SchemaState state, IReadOnlyList<string> parts, string? defaultSchema)
        => parts.Count < 2 ? [] :
        [
            .. from table in Tables(state, [.. parts.Take(parts.Count - 1)], defaultSchema)
               from column in Best(state.Tables[table].Columns, c => c.Name, parts[^1])
               select new ColumnName(table, column.Name)
        ];

    /// <summary>The properties in JSON called <c>table.column.property</c> or <c>schema.table.column.property</c>, those of objects in it by the way that leads to them.</summary>
    public static IReadOnlyList<JsonPartName> JsonParts(SchemaState state, IReadOnlyList<string> parts, string? defaultSchema)
        =>
        [
            .. from count in Enumerable.Range(2, Math.Max(0, parts.Count - 2))
               from name in Columns(state, [.. parts.Take(count)], defaultSchema)
               let column = state.Tables[name.Table].FindColumn(name.Column)!
               from part in Best(column.Hints.Json.Where(p => p.IsValue).Select(p => JsonPartName.Of(name.Table, column, p)), p => p.Path, string.Join('.', parts.Skip(count)))
               select part
        ];

    /// <summary>What is called exactly so, else what differs in case alone.</summary>
    public static IReadOnlyList<T> Best<T>(IEnumerable<T> items, Func<T, string> name, string text)
    {
        var alike = items.Where(i => SameText(name(i), text)).ToList();
        var exact = alike.Where(i => string.Equals(name(i), text, StringComparison.Ordinal)).ToList();
        return exact.Count > 0 ? exact : alike;
    }

    private static IReadOnlyList<ObjectName> Find(IEnumerable<ObjectName> names, IReadOnlyList<string> parts, string? defaultSchema)
    {
        if (parts.Count is 0 or > 2)
            return [];
        var schema = parts.Count == 2 ? parts[0] : null;
        var found = Best(names, n => n.Name, parts[^1]).Where(n => schema is null || SameText(n.Schema ?? defaultSchema, schema)).ToList();
        var preferred = found.Where(n => n.Schema is null).ToList();
        return schema is null && preferred.Count == 1 ? preferred : found;
    }

    private static bool SameText(string? left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}

/// <summary>A column of a table.</summary>
/// <param name="Table">The table.</param>
/// <param name="Column">The column.</param>
internal sealed record ColumnName(ObjectName Table, string Column)
{
    /// <inheritdoc />
    public override string ToString() => DottedName.Format(Table.Schema, Table.Name, Column);
}
