using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Sql.Text;

namespace DbMigrate.Engine.Diff.Inheritance;

/// <summary>An object in JSON that is made of columns.</summary>
/// <param name="Json">The object as SQL.</param>
/// <param name="Sources">The columns.</param>
internal sealed record JsonObject(string Json, IReadOnlyList<Column> Sources);

/// <summary>Makes the objects of a column with JSON.</summary>
/// <param name="table">The table of the column.</param>
/// <param name="column">The column.</param>
/// <param name="json">The database's way to write JSON.</param>
/// <param name="context">The fills.</param>
/// <param name="plan">What gets the losses.</param>
internal sealed class JsonObjects(Table table, Column column, JsonSql json, CopyContext context, CopyPlan plan)
{
    private readonly JsonShape _shape = new(column);

    /// <summary>
    /// The object of a place; null where no property has a column, or where one has none that the application cannot read
    /// the object without. That is a named loss.
    /// </summary>
    /// <param name="place">The place.</param>
    /// <param name="elsewhere">The objects within it that other places have.</param>
    public JsonObject? Of(JsonPlace place, IReadOnlyList<string> elsewhere)
    {
        var silent = _shape.Values(place.Path).Where(p => p.Like is { IsNullable: false } && place.Find(p) is { } source && json.Write(p, source, place.Name(source)) is null).Select(p => p.Property).ToList();
        if (silent.Count > 0)
            plan.Losses.Add($"copies nothing to {table.Name}.{column.Name}: there is no value for {string.Join(", ", silent)}");
        var sources = Sources(place.Path, place).ToList();
        return silent.Count > 0 || sources.Count == 0 ? null : new(Object(place.Path, place, elsewhere), sources);
    }

    private string Object(string path, JsonPlace place, IReadOnlyList<string> elsewhere)
        => json.Object(_shape.In(path).Select(p => (p.Name, Value: p.IsObject ? Inner(p, place, elsewhere) : Value(p, place))).Where(v => v.Value is not null).Select(v => (v.Name, v.Value!)));

    private string? Value(JsonPart part, JsonPlace place)
        => (place.Find(part) is { } source ? json.Write(part, source, place.Name(source)) : null) ?? context.Fill(table, column, part, json, plan);

    // An object that may be missing is there where a column has a value, as it is for EF Core in columns.
    private string? Inner(JsonPart part, JsonPlace place, IReadOnlyList<string> elsewhere)
    {
        var sources = Sources(part.Inside, place).ToList();
        if (elsewhere.Any(e => e.StartsWith(part.Inside, StringComparison.Ordinal)) || (sources.Count == 0 && !part.IsRequired))
            return null;
        var made = Object(part.Inside, place, elsewhere);
        return part.IsRequired ? made : json.When(string.Join(" OR ", sources.Select(c => place.Name(c) + " IS NOT NULL")), made);
    }

    private IEnumerable<Column> Sources(string path, JsonPlace place)
        => _shape.Values(path).Select(p => place.Find(p) is { } source && json.Write(p, source, place.Name(source)) is not null ? source : null).OfType<Column>();
}
