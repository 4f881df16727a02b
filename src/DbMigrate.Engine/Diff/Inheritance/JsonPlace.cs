using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Diff.Inheritance;

/// <summary>Where values of an object in JSON are as columns: the row of the table itself, or one in a table of their own with the same key.</summary>
/// <param name="Table">The table of their own; null for the row itself.</param>
/// <param name="Owner">The way from that table to the row.</param>
/// <param name="Path">The object that is there.</param>
/// <param name="Columns">The columns by property.</param>
internal sealed record JsonPlace(Table? Table, ForeignKey? Owner, string Path, IReadOnlyDictionary<string, Column> Columns)
{
    /// <summary>The places of a column's values. The first one has the whole object, others have objects within it.</summary>
    /// <param name="shape">The column.</param>
    /// <param name="row">The columns in the row itself.</param>
    /// <param name="tables">The tables that may have some.</param>
    /// <param name="state">The schema with these tables.</param>
    /// <param name="root">The table of the row, as that schema calls it.</param>
    public static IReadOnlyList<JsonPlace> Of(JsonShape shape, IEnumerable<Column> row, IEnumerable<Table> tables, SchemaState state, ObjectName root)
    {
        var places = new List<JsonPlace>();
        foreach (var table in tables)
        {
            if (Way(table, state, root) is { } owner && Of(shape, table, owner, PartCopies.Parts(table)) is { } part)
                places.Add(part);
        }

        var all = places.OrderBy(p => p.Path.Length).ToList();
        if (Of(shape, null, null, row.Where(c => c.ComputedSql is null)) is { } own)
            all.Insert(0, own);
        return [.. all.Take(1).Select(p => p with { Path = shape.Root }), .. all.Skip(1).Where(p => p.Path != shape.Root)];
    }

    /// <summary>The column of a value; null where it has none here.</summary>
    public Column? Find(JsonPart part) => Columns.GetValueOrDefault(PropertyName.Of(part.Property));

    /// <summary>A column as SQL.</summary>
    public string Name(Column column) => Table is null ? SqlText.Quote(column.Name) : CopyText.Name(Table.Name, column.Name);

    private static JsonPlace? Of(JsonShape shape, Table? table, ForeignKey? owner, IEnumerable<Column> columns)
    {
        var place = new JsonPlace(table, owner, shape.Root, PropertyName.Index(columns));
        var found = shape.Values(shape.Root).Where(v => place.Find(v) is not null).ToList();
        return found.Count == 0 ? null : place with { Path = shape.Around(found) };
    }

    // An object within an object with a table of its own refers to that.
    private static ForeignKey? Way(Table table, SchemaState state, ObjectName root)
    {
        var way = PartCopies.Owner(table, state);
        for (var steps = state.Tables.Count; way is not null && way.PrincipalTable != root && steps > 0; steps--)
        {
            var next = PartCopies.Owner(state.Tables[way.PrincipalTable], state);
            way = next is not null && way.PrincipalColumns.Equals(next.Columns) ? way with { PrincipalTable = next.PrincipalTable, PrincipalColumns = next.PrincipalColumns } : null;
        }

        return way?.PrincipalTable == root ? way : null;
    }
}
