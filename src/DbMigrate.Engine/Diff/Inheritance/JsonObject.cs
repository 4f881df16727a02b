using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Sql.Text;

namespace DbMigrate.Engine.Diff.Inheritance;

/// <summary>An object in JSON that is made of columns.</summary>
/// <param name="Json">The object as SQL.</param>
/// <param name="Sources">The columns.</param>
internal sealed record JsonObject(string Json, IReadOnlyList<Column> Sources)
{
    /// <summary>
    /// The object; null where no property has a column, or where one has none that the application cannot read the object
    /// without. That is a named loss.
    /// </summary>
    /// <param name="column">The column with JSON.</param>
    /// <param name="there">The columns by property.</param>
    /// <param name="name">A column's name as SQL.</param>
    /// <param name="table">The table of the column with JSON.</param>
    /// <param name="json">The database's way to write JSON.</param>
    /// <param name="context">The fills.</param>
    /// <param name="plan">What gets the loss.</param>
    public static JsonObject? Of(Column column, IReadOnlyDictionary<string, Column> there, Func<Column, string> name, Table table, JsonSql json, CopyContext context, CopyPlan plan)
    {
        var found = column.Hints.Json.Where(p => !p.IsList).Select(p => (Part: p, Source: there.GetValueOrDefault(PropertyName.Of(p.Property)))).ToList();
        var values = found.Select(f => (f.Part, f.Source, Value: f.Source is null ? null : json.Write(f.Source, name(f.Source)))).ToList();
        var silent = values.Where(v => v is { Source: not null, Value: null, Part.Like.IsNullable: false }).Select(v => v.Part.Property).ToList();
        if (silent.Count > 0)
            plan.Losses.Add($"copies nothing to {table.Name}.{column.Name}: there is no value for {string.Join(", ", silent)}");
        if (silent.Count > 0 || values.TrueForAll(v => v.Value is null))
            return null;
        var parts = values.Select(v => (v.Part.Name, Value: v.Value ?? context.Fill(table, column, v.Part, json, plan))).Where(v => v.Value is not null).Select(v => (v.Name, v.Value!));
        return new(json.Object(parts), [.. values.Where(v => v.Value is not null).Select(v => v.Source!)]);
    }
}
