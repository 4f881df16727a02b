using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Sql.Text;

namespace DbMigrate.Engine.Diff.Inheritance;

/// <summary>Copies that make rows in tables of their own of the elements of lists in JSON, and of the lists in these in turn.</summary>
/// <param name="pair">The table of the column.</param>
/// <param name="column">The column, which goes.</param>
/// <param name="json">The database's way to read JSON.</param>
/// <param name="context">The tables and fills.</param>
/// <param name="plan">What gets the copies and losses.</param>
internal sealed class JsonListUnfolds(TablePair pair, Column column, JsonSql json, CopyContext context, CopyPlan plan)
{
    private readonly JsonShape _shape = new(column);
    private readonly List<string> _lost = [];

    private JsonOwner Row
        => new(pair.New, SqlText.Quote(pair.New.Name), SqlText.Quote(pair.New.Name), json.Stored(column, CopyText.Name(pair.New.Name, column.Name)));

    /// <summary>Adds the copies of a column that has a list.</summary>
    public void AddWhole()
    {
        var list = column.Hints.Json[0];
        if (Place(list, Row) is { } place)
            Add(list, place, Row, Row.Json);
        NameLost();
    }

    /// <summary>Adds the copies of the lists in the object that a column has.</summary>
    public void Add()
    {
        Add(_shape.Root, Row);
        NameLost();
    }

    // A column that nothing is read of is named as a whole.
    private void NameLost()
    {
        if (plan.Read.Contains(new(pair.Old.Name, column.Name)))
            plan.Losses.AddRange(_lost);
    }

    private void Add(string path, JsonOwner owner)
    {
        foreach (var list in _shape.Lists(path))
        {
            if (Place(list, owner) is { } place && json.Inner(owner.Json, _shape.Names(list)) is { } array)
                Add(list, place, owner, array);
            else
                _lost.Add($"drops {list.Inside.TrimEnd('.')} in column {pair.Old.Name}.{column.Name} with its values");
        }
    }

    // A table between owner and elements must have its rows.
    private JsonPlace? Place(JsonPart list, JsonOwner owner)
        => JsonPlace.OfElements(_shape, list, context.Match.Created.Where(plan.IsFree), context.Match.To, owner.Table.Name) is { Table: { } table } place
            && table.ForeignKeys.First(k => k.Columns.Equals(place.Owner!.Columns)).PrincipalTable is var next && (next == owner.Table.Name || plan.Targets.Contains(next)) ? place : null;

    private void Add(JsonPart list, JsonPlace place, JsonOwner owner, string array)
    {
        var (table, way) = (place.Table!, place.Owner!);
        var each = json.Each(array, SqlText.Quote(list.Inside.TrimEnd('.')));
        var found = _shape.Values(list.Inside).Select(p => (Part: p, Target: place.Find(p)))
            .Select(f => (f.Part, f.Target, Value: f.Target is null ? null : json.Read(each.Value, _shape.Names(f.Part), f.Part, f.Target))).ToList();
        var values = way.Columns.Zip(way.PrincipalColumns, (c, p) => new CopiedValue(c, null, owner.Key(p))).ToList();
        values.AddRange(found.Where(f => f.Value is not null).Select(f => new CopiedValue(f.Target!.Name, null, f.Value!)));
        if (!Number(table, way.Columns.Count, way.PrincipalColumns.Select(owner.Key).Append(each.Position), values))
        {
            plan.Losses.Add($"copies no rows to {table.Name} from {pair.Old.Name}.{column.Name}: nothing there is their key");
            return;
        }

        foreach (var (part, _, _) in found.Where(f => f.Value is null))
            plan.Losses.Add($"drops {part.Property} in column {pair.Old.Name}.{column.Name} with its values");
        values.AddRange(context.Fills(table, table.Columns.Where(c => c.ComputedSql is null && !values.Exists(v => v.Column == c.Name)), plan));
        plan.Read.Add(new(pair.Old.Name, column.Name));
        var elements = $"{owner.Source}\nCROSS JOIN {each.Source}";
        plan.Add(new RowInsert(table.Name, values.ToEquatableList(), new(owner.Table.Name, way.PrincipalColumns), [], null) { Elements = elements, Owner = way.Columns, IsOverriding = RowInsert.Overrides(table) });
        Add(list.Inside, Element(table, values, each, elements));
    }

    // Rows have no place in JSON by which they could be found again, so the lists in them go by the same numbers, made again.
    private static JsonOwner Element(Table table, List<CopiedValue> values, JsonElements each, string elements)
    {
        var name = SqlText.Quote(table.Name.Name);
        var key = values.Where(v => table.PrimaryKey!.Columns.Contains(v.Column)).Select(v => $"{v.Value} AS {SqlText.Quote(v.Column)}");
        var source = $"SELECT {string.Join(", ", key.Append($"{each.Value} AS {JsonOwner.Element}"))}\nFROM {elements}".Replace("\n", "\n    ", StringComparison.Ordinal);
        return new(table, $"(\n    {source}) AS {name}", name, $"{name}.{JsonOwner.Element}");
    }

    // JSON has an order where a table has a number.
    private bool Number(Table table, int at, IEnumerable<string> order, List<CopiedValue> values)
    {
        var open = (table.PrimaryKey?.Columns ?? []).Where(c => !values.Exists(v => v.Column == c)).ToList();
        if (open.Count == 0 && table.PrimaryKey is not null)
        {
            plan.Warnings.Add($"takes the key of {table.Name} from JSON, which fails where two of its rows have the same");
            return true;
        }

        if (open is not [var only] || Type.GetTypeCode(table.FindColumn(only)!.Hints.ClrType) is not (TypeCode.Int16 or TypeCode.Int32 or TypeCode.Int64))
            return false;
        values.Insert(at, new(only, null, $"{Behind(table, only)}row_number() OVER (ORDER BY {string.Join(", ", order)})"));
        return true;
    }

    // The model's own rows have numbers of their own; on the way back they are among those in JSON.
    private string Behind(Table table, string number)
        => context.Decisions.IsReverse || table.Seeds.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{table.Seeds.Max(r => Convert.ToInt64(r.Values[number], CultureInfo.InvariantCulture))} + ");

    /// <summary>What lists are in: the row with the column, or an element of another list.</summary>
    /// <param name="Table">The table of the rows, or of the elements.</param>
    /// <param name="Source">Where they are selected from, as SQL.</param>
    /// <param name="Name">What they are called there, as SQL.</param>
    /// <param name="Json">The JSON that has the lists, as SQL.</param>
    private sealed record JsonOwner(Table Table, string Source, string Name, string Json)
    {
        /// <summary>What the JSON of an element is called beside its key, which no column is.</summary>
        public const string Element = "\"{}\"";

        /// <summary>A column of the key.</summary>
        public string Key(string column) => $"{Name}.{SqlText.Quote(column)}";
    }
}
