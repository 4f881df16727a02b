using System.Linq;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Sql.Text;

namespace DbMigrate.Engine.Diff.Inheritance;

/// <summary>Copies that make an object in JSON, or a list of such, of columns and of rows in tables of their own.</summary>
internal sealed class JsonFolds(JsonSql json, CopyContext context, CopyPlan plan)
{
    /// <summary>Adds the copies into a new column with an object.</summary>
    public void Add(TablePair pair, Column column)
    {
        var shape = new JsonShape(column);
        var tables = context.Match.Dropped.Where(t => plan.IsFree(t) && !context.IsGivenUp(t)).ToList();
        var places = JsonPlace.Of(shape, pair.Dropped.Where(c => !context.IsGivenUp(pair.Old, c)), tables, context.Match.From, pair.Old.Name);
        var objects = new JsonObjects(pair, column, json, context, plan);
        foreach (var place in places)
        {
            if (objects.Of(place, [.. places.Where(p => p.Path.Length > place.Path.Length).Select(p => p.Path)]) is not { } made)
            {
                if (place == places[0])
                    return;
            }
            else if (Add(pair, column, shape, place, made))
            {
                objects.Take(made);
            }
        }

        if (places.Count > 0)
            Fill(pair, column, "'{}'");
    }

    /// <summary>Adds the copy into a new column with a list.</summary>
    public void AddList(TablePair pair, Column column)
    {
        var objects = new JsonObjects(pair, column, json, context, plan);
        if (objects.OfList(column.Hints.Json[0]) is not { } made)
            return;
        plan.Add(new RowFold(pair.New.Name, [new(column.Name, null, json.Store(column, made.Json))], null));
        objects.Take(made);
        Fill(pair, column, "'[]'");
    }

    private bool Add(TablePair pair, Column column, JsonShape shape, JsonPlace place, JsonObject made)
    {
        var names = made.Sources.Select(c => c.Name).ToEquatableList();
        if (place is not { Table: { } table, Owner: { } owner })
        {
            plan.Read.UnionWith(names.Select(n => new ColumnName(pair.Old.Name, n)));
            plan.Add(new RowFold(pair.New.Name, [new(column.Name, null, json.Store(column, made.Json))], column.IsNullable ? new SqlFilter(made.Condition) : null));
            return true;
        }

        if (pair.Map(owner.PrincipalColumns) is not { } key)
            return false;
        var value = place.Path == shape.Root ? made.Json : json.Put(json.Stored(column, CopyText.Name(pair.New.Name, column.Name)), shape.Names(place.Path), made.Json);
        plan.Read.UnionWith(names.Concat(owner.Columns).Select(c => new ColumnName(table.Name, c)));
        plan.Add(new RowUpdate(new(pair.New.Name, key), [new(column.Name, null, json.Store(column, value))], new(table.Name, owner.Columns)));
        foreach (var lost in PartCopies.Parts(table).Where(c => !made.Sources.Contains(c)))
            plan.Losses.Add($"drops column {table.Name}.{lost.Name} with its values");
        return true;
    }

    private void Fill(TablePair pair, Column column, string empty)
    {
        if (!column.IsNullable && column.DefaultSql is null)
            plan.Fills.Add(context.Passing(pair.New, column, empty));
    }
}
