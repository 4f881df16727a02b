using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Sql.Text;

namespace DbMigrate.Engine.Diff.Inheritance;

/// <summary>Copies that make columns, and rows in tables of their own, of an object in JSON and of what is in it.</summary>
internal sealed class JsonUnfolds(JsonSql json, CopyContext context, CopyPlan plan)
{
    /// <summary>Adds the copies out of a column that goes.</summary>
    public void Add(TablePair pair, Column column)
    {
        var shape = new JsonShape(column);
        var places = JsonPlace.Of(shape, pair.Added, [.. context.Match.Created.Where(plan.IsFree)], context.Match.To, pair.New.Name);
        if (places.Count == 0)
            return;
        var stored = json.Stored(column, SqlText.Quote(column.Name));
        var read = new HashSet<JsonPart>();
        foreach (var place in places)
        {
            var found = shape.Values(place.Path).Select(p => (Part: p, Target: place.Find(p))).Where(f => f.Target is not null)
                .Select(f => (f.Part, Target: f.Target!, Value: json.Read(stored, shape.Names(f.Part), f.Part, f.Target!))).Where(f => f.Value is not null).ToList();
            if (found.Count == 0)
                continue;
            read.UnionWith(found.Select(f => f.Part));
            plan.Read.Add(new(pair.Old.Name, column.Name));
            var values = found.Select(f => (f.Target, new CopiedValue(f.Target.Name, null, f.Value!))).ToList();
            if (place.Table is null)
                Update(pair, column, values);
            else
                Insert(pair, place, values, Filter(column, stored, shape.Names(place.Path)));
        }

        foreach (var part in shape.Values(shape.Root).Where(p => !read.Contains(p)))
            plan.Losses.Add($"drops {part.Property} in column {pair.Old.Name}.{column.Name} with its values");
        new JsonListUnfolds(pair, column, json, context, plan).Add();
        foreach (var place in places.Where(p => p.Table is null))
            Unsaid(pair, column, place.Columns, shape);
    }

    private RowFilter? Filter(Column column, string stored, IReadOnlyList<string> names)
        => names.Count > 0 ? json.Has(stored, names) is { } condition ? new SqlFilter(condition) : null
            : column.IsNullable ? new ValueFilter([column.Name]) : null;

    private void Update(TablePair pair, Column column, List<(Column Target, CopiedValue Value)> values)
    {
        plan.Add(new RowFold(pair.New.Name, values.Select(v => v.Value).ToEquatableList(), Filter(column, "", [])));
        if (!column.IsNullable)
            plan.Fills.AddRange(values.Where(v => !v.Target.IsNullable && v.Target.DefaultSql is null).Select(v => context.Passing(pair.New, v.Target, null)));
    }

    private void Insert(TablePair pair, JsonPlace place, List<(Column Target, CopiedValue Value)> found, RowFilter? filter)
    {
        var (table, owner) = (place.Table!, place.Owner!);
        var values = owner.Columns.Zip(owner.PrincipalColumns, (c, p) => new CopiedValue(c, pair.New.Name, p)).Concat(found.Select(f => f.Value)).ToList();
        values.AddRange(context.Fills(table, PartCopies.Parts(table).Where(c => !values.Exists(v => v.Column == c.Name)), plan));
        plan.Add(new RowInsert(table.Name, values.ToEquatableList(), new(pair.New.Name, owner.PrincipalColumns), [], filter) { Owner = owner.Columns });
    }

    // A property that came when the column was there already is in no script.
    private void Unsaid(TablePair pair, Column column, IReadOnlyDictionary<string, Column> come, JsonShape shape)
    {
        var (path, said) = (PropertyName.Owner(column), shape.Values(shape.Root).Select(p => PropertyName.Of(p.Property)).ToHashSet(StringComparer.Ordinal));
        foreach (var property in come.Keys.Where(c => path.Length > 0 && c.StartsWith(path, StringComparison.Ordinal) && !said.Contains(c)))
            plan.Losses.Add($"copies no {property} from {pair.Old.Name}.{column.Name}: the scripts do not say that it is there");
    }
}
