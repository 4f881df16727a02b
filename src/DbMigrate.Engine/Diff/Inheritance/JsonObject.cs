using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Sql.Text;

namespace DbMigrate.Engine.Diff.Inheritance;

/// <summary>An object in JSON, or a list of such, that is made of columns and of rows.</summary>
/// <param name="Json">The object or list as SQL.</param>
/// <param name="Sources">The columns of an object.</param>
/// <param name="Condition">When an object that may be missing is there, as SQL.</param>
/// <param name="Lists">The places of the elements in it, and in these in turn.</param>
internal sealed record JsonObject(string Json, IReadOnlyList<Column> Sources, string Condition, IReadOnlyList<JsonPlace> Lists);

/// <summary>Makes the objects and lists of a column with JSON.</summary>
/// <param name="pair">The table of the column.</param>
/// <param name="column">The column.</param>
/// <param name="json">The database's way to write JSON.</param>
/// <param name="context">The fills.</param>
/// <param name="plan">What gets the losses.</param>
internal sealed class JsonObjects(TablePair pair, Column column, JsonSql json, CopyContext context, CopyPlan plan)
{
    private readonly JsonShape _shape = new(column);
    private readonly Dictionary<string, JsonPlace?> _lists = new(StringComparer.Ordinal);

    /// <summary>
    /// The object of a place; null where nothing in it has a column or a row, or where a property has none that the application
    /// cannot read the object without. That is a named loss.
    /// </summary>
    /// <param name="place">The place.</param>
    /// <param name="elsewhere">The objects within it that other places have.</param>
    public JsonObject? Of(JsonPlace place, IReadOnlyList<string> elsewhere)
    {
        if (!IsReadable(place))
            return null;
        var (sources, lists) = (Sources(place.Path, place).ToList(), Lists(place.Path, place, elsewhere).ToList());
        return sources.Count + lists.Count == 0 ? null
            : new(Object(place.Path, place, elsewhere), sources, Condition(place.Path, place), [.. lists.SelectMany(l => All(l).Prepend(l))]);
    }

    /// <summary>The list of a place in the column's own row; null where nothing of its elements has a column or a row.</summary>
    public JsonObject? OfList(JsonPart list)
        => Elements(list, null) is { } elements ? new(List(elements), [], "", [.. All(elements).Prepend(elements)]) : null;

    /// <summary>Notes what lists are made of, and what of their rows is lost.</summary>
    public void Take(JsonObject made)
    {
        foreach (var place in made.Lists)
        {
            var (table, key) = (place.Table!, place.Owner!.Columns.Concat(place.Order));
            var sources = Sources(place.Path, place).ToList();
            plan.Read.UnionWith(sources.Select(c => c.Name).Concat(key).Select(c => new ColumnName(table.Name, c)));
            foreach (var lost in table.Columns.Where(c => c.ComputedSql is null && !sources.Contains(c) && !key.Contains(c.Name)))
                plan.Losses.Add($"drops column {table.Name}.{lost.Name} with its values");
        }
    }

    private bool IsReadable(JsonPlace place)
    {
        var silent = _shape.Values(place.Path).Where(p => p.Like is { IsNullable: false } && place.Find(p) is { } source && json.Write(p, source, place.Name(source)) is null).Select(p => p.Property).ToList();
        if (silent.Count > 0)
            plan.Losses.Add($"copies nothing to {(place.IsElement && place.Path != _shape.Root ? place.Path.TrimEnd('.') + " in " : "")}{pair.New.Name}.{column.Name}: there is no value for {string.Join(", ", silent)}");
        return silent.Count == 0;
    }

    private string Object(string path, JsonPlace place, IReadOnlyList<string> elsewhere)
        => json.Object(_shape.In(path).Select(p => (p.Name, Value: p.IsObject ? Inner(p, place, elsewhere) : p.IsList ? Inner(p, place) : Value(p, place))).Where(v => v.Value is not null).Select(v => (v.Name, v.Value!)));

    private string? Value(JsonPart part, JsonPlace place)
        => (place.Find(part) is { } source ? json.Write(part, source, place.Name(source)) : null) ?? context.Fill(pair.New, column, part, json, plan);

    // An object that may be missing is there where a column has a value, as it is for EF Core in columns.
    private string? Inner(JsonPart part, JsonPlace place, IReadOnlyList<string> elsewhere)
    {
        if (elsewhere.Any(e => e.StartsWith(part.Inside, StringComparison.Ordinal)) || (!part.IsRequired && Condition(part.Inside, place).Length == 0))
            return null;
        var made = Object(part.Inside, place, elsewhere);
        return part.IsRequired ? made : json.When(Condition(part.Inside, place), made);
    }

    private string Inner(JsonPart list, JsonPlace place) => Elements(list, place) is { } elements ? json.Inner(List(elements)) : json.EmptyList;

    private string List(JsonPlace elements)
        => json.List(Object(elements.Path, elements, []), elements.Table!.Name, Filter(elements), string.Join(", ", elements.Order.Select(c => CopyText.Name(elements.Table.Name, c))));

    // The rows of a list that has no object would be nowhere else.
    private string Condition(string path, JsonPlace place)
        => string.Join(" OR ", Sources(path, place).Select(c => place.Name(c) + " IS NOT NULL")
            .Concat(Lists(path, place, []).Select(l => $"EXISTS (SELECT 1 FROM {SqlText.Quote(l.Table!.Name)} WHERE {Filter(l)})")));

    private IEnumerable<Column> Sources(string path, JsonPlace place)
        => _shape.Values(path).Select(p => place.Find(p) is { } source && json.Write(p, source, place.Name(source)) is not null ? source : null).OfType<Column>();

    private IEnumerable<JsonPlace> All(JsonPlace elements) => Lists(elements.Path, elements, []).SelectMany(l => All(l).Prepend(l));

    private IEnumerable<JsonPlace> Lists(string path, JsonPlace place, IReadOnlyList<string> elsewhere)
        => _shape.Lists(path).Where(l => !elsewhere.Any(e => l.Property.StartsWith(e, StringComparison.Ordinal))).Select(l => Elements(l, place)).OfType<JsonPlace>();

    private JsonPlace? Elements(JsonPart list, JsonPlace? place)
    {
        if (_lists.TryGetValue(list.Property, out var known))
            return known;
        var tables = context.Match.Dropped.Where(t => plan.IsFree(t) && !context.IsGivenUp(t));
        var found = JsonPlace.OfElements(_shape, list, tables, context.Match.From, Owner(place));
        var isThere = found is not null && Row(found) is not null && IsReadable(found) && (Sources(found.Path, found).Any() || Lists(found.Path, found, []).Any());
        return _lists[list.Property] = isThere ? found : null;
    }

    private ObjectName Owner(JsonPlace? place) => place is { IsElement: true, Table: { } table } ? table.Name : pair.Old.Name;

    // What the elements of a list refer to, as it is called while rows are copied.
    private RowSource? Row(JsonPlace elements)
        => elements.Owner!.PrincipalTable != pair.Old.Name ? new(elements.Owner.PrincipalTable, elements.Owner.PrincipalColumns)
            : pair.Map(elements.Owner.PrincipalColumns) is { } key ? new(pair.New.Name, key) : null;

    private string Filter(JsonPlace elements) => CopyText.Same(new(elements.Table!.Name, elements.Owner!.Columns), Row(elements)!);
}
