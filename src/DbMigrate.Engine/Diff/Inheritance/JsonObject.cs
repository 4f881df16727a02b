using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Sql.Text;

namespace DbMigrate.Engine.Diff.Inheritance;

/// <summary>An object in JSON that is made of columns.</summary>
/// <param name="Value">Its value.</param>
/// <param name="Sources">The columns.</param>
internal sealed record JsonObject(CopiedValue Value, IReadOnlyList<Column> Sources)
{
    /// <summary>The object; null where not every property has a column, for without one of them the application could not read it. That is a named loss.</summary>
    /// <param name="column">The column with JSON.</param>
    /// <param name="there">The columns by property.</param>
    /// <param name="name">A column's name as SQL.</param>
    /// <param name="table">The table of the column with JSON.</param>
    /// <param name="json">The database's way to write JSON.</param>
    /// <param name="plan">What gets the loss.</param>
    public static JsonObject? Of(Column column, IReadOnlyDictionary<string, Column> there, Func<Column, string> name, ObjectName table, JsonSql json, CopyPlan plan)
    {
        var found = column.Hints.Json.Select(p => (Part: p, Source: there.GetValueOrDefault(PropertyName.Of(p.Property)))).ToList();
        var values = found.Select(f => (f.Part.Name, Value: f.Source is null ? null : json.Write(f.Source, name(f.Source)))).ToList();
        var silent = found.Zip(values).Where(v => v.Second.Value is null).Select(v => v.First.Part.Property).ToList();
        if (silent.Count == 0)
            return new(new(column.Name, null, json.Object(column, values.Select(v => (v.Name, v.Value!)))), [.. found.Select(f => f.Source!)]);
        plan.Losses.Add($"copies nothing to {table}.{column.Name}: there is no value for {string.Join(", ", silent)}");
        return null;
    }
}
