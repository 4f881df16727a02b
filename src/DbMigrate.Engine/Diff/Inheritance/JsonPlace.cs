using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Diff.Inheritance;

/// <summary>
/// Where values of an object in JSON are as columns: the row of the table itself, or one in a table of their own with the same
/// key; those of a list's elements are rows of a table.
/// </summary>
/// <param name="Table">The table of their own; null for the row itself.</param>
/// <param name="Owner">The way from that table to the row, or to the element that has the list.</param>
/// <param name="Path">The object that is there.</param>
/// <param name="Columns">The columns by property.</param>
internal sealed record JsonPlace(Table? Table, ForeignKey? Owner, string Path, IReadOnlyDictionary<string, Column> Columns)
{
    /// <summary>The columns that tell the elements of one list apart, and have their order; none where this is no list.</summary>
    public IReadOnlyList<string> Order { get; init; } = [];

    /// <summary>Whether each row is an element of a list.</summary>
    public bool IsElement => Order.Count > 0;

    /// <summary>The places of a column's object. The first one has the whole, others have objects within it.</summary>
    /// <param name="shape">The column.</param>
    /// <param name="row">The columns in the row itself.</param>
    /// <param name="tables">The tables that may have some.</param>
    /// <param name="state">The schema with these tables.</param>
    /// <param name="root">The table of the row, as that schema calls it.</param>
    public static IReadOnlyList<JsonPlace> Of(JsonShape shape, IEnumerable<Column> row, IReadOnlyList<Table> tables, SchemaState state, ObjectName root)
    {
        var places = new List<JsonPlace>();
        foreach (var table in tables)
        {
            if (PartCopies.Owner(table, state) is { } key && Way(key, state, root) is { } owner && Of(shape, table, owner, PartCopies.Parts(table)) is { } part)
                places.Add(part);
        }

        var all = places.OrderBy(p => p.Path.Length).ToList();
        if (Of(shape, null, null, row.Where(c => c.ComputedSql is null)) is { } own)
            all.Insert(0, own);
        else if (shape.Lists(shape.Root).Any(l => all.TrueForAll(p => !l.Property.StartsWith(p.Path, StringComparison.Ordinal)) && OfElements(shape, l, tables, state, root) is not null))
            all.Insert(0, new(null, null, shape.Root, PropertyName.Index([])));
        return [.. all.Take(1).Select(p => p with { Path = shape.Root }), .. all.Skip(1).Where(p => p.Path != shape.Root)];
    }

    /// <summary>The place of a list's elements; null where they have none: the table is that of their entity type, and refers to their owner.</summary>
    /// <param name="shape">The column.</param>
    /// <param name="list">The list.</param>
    /// <param name="tables">The tables that may have them.</param>
    /// <param name="state">The schema with these tables.</param>
    /// <param name="owner">The table with the row, or the element, that has the list.</param>
    public static JsonPlace? OfElements(JsonShape shape, JsonPart list, IEnumerable<Table> tables, SchemaState state, ObjectName owner)
        => tables.Where(t => t.Entity is not null && t.Entity == list.Entity).Select(t => OfElements(shape, list, t, state, owner)).OfType<JsonPlace>().FirstOrDefault();

    /// <summary>The column of a value; null where it has none here.</summary>
    public Column? Find(JsonPart part) => Columns.GetValueOrDefault(PropertyName.Of(part.Property));

    /// <summary>A column as SQL.</summary>
    public string Name(Column column) => Table is null ? SqlText.Quote(column.Name) : CopyText.Name(Table.Name, column.Name);

    // A reference that is a property of the elements leads to something else.
    private static JsonPlace? OfElements(JsonShape shape, JsonPart list, Table table, SchemaState state, ObjectName owner)
    {
        var parts = shape.Values(list.Inside).Select(p => PropertyName.Of(p.Property)).ToHashSet(StringComparer.Ordinal);
        var way = table.ForeignKeys.Where(k => !k.Columns.Any(c => parts.Contains(PropertyName.Of(table.FindColumn(c)!)))).Select(k => Way(k, state, owner))
            .OfType<ForeignKey>().FirstOrDefault(k => k.PrincipalColumns.Equals(state.Tables[owner].PrimaryKey?.Columns));
        return way is null || (table.PrimaryKey?.Columns ?? []).Except(way.Columns).ToList() is not { Count: > 0 } order ? null
            : new(table, way, list.Inside, PropertyName.Index(table.Columns.Where(c => c.ComputedSql is null && !way.Columns.Contains(c.Name)))) { Order = order };
    }

    private static JsonPlace? Of(JsonShape shape, Table? table, ForeignKey? owner, IEnumerable<Column> columns)
    {
        var place = new JsonPlace(table, owner, shape.Root, PropertyName.Index(columns));
        var found = shape.Values(shape.Root).Where(v => place.Find(v) is not null).ToList();
        return found.Count == 0 ? null : place with { Path = shape.Around(found) };
    }

    // What is within an object with a table of its own refers to that.
    private static ForeignKey? Way(ForeignKey way, SchemaState state, ObjectName root)
    {
        for (var steps = state.Tables.Count; way.PrincipalTable != root && steps > 0; steps--)
        {
            if (!state.Tables.TryGetValue(way.PrincipalTable, out var part) || PartCopies.Owner(part, state) is not { } next || !way.PrincipalColumns.Equals(next.Columns))
                return null;
            way = way with { PrincipalTable = next.PrincipalTable, PrincipalColumns = next.PrincipalColumns };
        }

        return way.PrincipalTable == root ? way : null;
    }
}
