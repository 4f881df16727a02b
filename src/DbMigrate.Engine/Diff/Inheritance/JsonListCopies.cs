using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Sql.Text;

namespace DbMigrate.Engine.Diff.Inheritance;

/// <summary>Finds lists of owned types that leave a table of their own for JSON in their owner's, or come back: the entity type of the elements is the same.</summary>
internal sealed class JsonListCopies(CopyContext context, CopyPlan plan)
{
    /// <summary>Adds their copies to the plan.</summary>
    public void Add()
    {
        if (context.Traits.Json is not { } json)
            return;
        foreach (var table in context.Match.Dropped.Where(t => plan.IsFree(t) && !context.IsGivenUp(t)))
        {
            foreach (var pair in context.Match.KeptPrincipalsFirst.Where(p => table.ForeignKeys.Any(k => k.PrincipalTable == p.Old.Name)))
            {
                if (pair.Added.FirstOrDefault(c => IsListOf(c, table)) is { } column && Owner(table, pair.Old, column) is { } owner && pair.Map(owner.PrincipalColumns) is { } key)
                    Fold(table, owner, new(pair.New.Name, key), pair.New, column, json);
            }
        }

        foreach (var table in context.Match.Created.Where(plan.IsFree))
        {
            foreach (var pair in context.Match.KeptPrincipalsFirst.Where(p => table.ForeignKeys.Any(k => k.PrincipalTable == p.New.Name)))
            {
                if (pair.Dropped.FirstOrDefault(c => IsListOf(c, table) && !context.IsGivenUp(pair.Old, c)) is { } column && Owner(table, pair.New, column) is { } owner)
                    Unfold(table, owner, pair, column, json);
            }
        }
    }

    private static bool IsListOf(Column column, Table table) => column.Hints.IsJsonList && column.Hints.Json[0].Name == table.Entity;

    // A reference that is a property of the elements leads to something else.
    private static ForeignKey? Owner(Table table, Table owner, Column column)
    {
        var parts = column.Hints.Json.Select(p => PropertyName.Of(p.Property)).ToHashSet(StringComparer.Ordinal);
        return table.ForeignKeys.FirstOrDefault(k => k.PrincipalTable == owner.Name && k.PrincipalColumns.Equals(owner.PrimaryKey?.Columns) && !k.Columns.Any(c => parts.Contains(PropertyName.Of(table.FindColumn(c)!))));
    }

    private void Fold(Table table, ForeignKey owner, RowSource target, Table into, Column column, JsonSql json)
    {
        var elements = table.Columns.Where(c => c.ComputedSql is null && !owner.Columns.Contains(c.Name)).ToList();
        var order = (table.PrimaryKey?.Columns ?? []).Except(owner.Columns).ToList();
        var place = new JsonPlace(table, owner, PropertyName.Root(column), PropertyName.Index(elements));
        if (order.Count == 0 || new JsonObjects(into, column, json, context, plan).Of(place, []) is not { } made)
            return;
        var list = json.List(made.Json, table.Name, CopyText.Same(new(table.Name, owner.Columns), target), string.Join(", ", order.Select(c => CopyText.Name(table.Name, c))));
        plan.Read.UnionWith(made.Sources.Select(c => c.Name).Concat(owner.Columns).Concat(order).Select(c => new ColumnName(table.Name, c)));
        plan.Add(new RowFold(into.Name, [new(column.Name, null, json.Store(column, list))], null));
        if (!column.IsNullable && column.DefaultSql is null)
            plan.Fills.Add(context.Passing(into, column, "'[]'"));
        foreach (var lost in elements.Where(c => !made.Sources.Contains(c) && !order.Contains(c.Name)))
            plan.Losses.Add($"drops column {table.Name}.{lost.Name} with its values");
    }

    private void Unfold(Table table, ForeignKey owner, TablePair pair, Column column, JsonSql json)
    {
        var each = json.Each(json.Stored(column, CopyText.Name(pair.New.Name, column.Name)), SqlText.Quote(column.Name + "[]"));
        var wanted = PropertyName.Index(table.Columns.Where(c => c.ComputedSql is null && !owner.Columns.Contains(c.Name)));
        var shape = new JsonShape(column);
        var found = shape.Values(shape.Root).Select(p => (Part: p, Target: wanted.GetValueOrDefault(PropertyName.Of(p.Property))))
            .Select(f => (f.Part, f.Target, Value: f.Target is null ? null : json.Read(each.Value, shape.Names(f.Part), f.Part, f.Target))).ToList();
        var values = owner.Columns.Zip(owner.PrincipalColumns, (c, p) => new CopiedValue(c, pair.New.Name, p)).ToList();
        values.AddRange(found.Where(f => f.Value is not null).Select(f => new CopiedValue(f.Target!.Name, null, f.Value!)));
        if (!Number(table, owner, pair.New.Name, each, values))
        {
            plan.Losses.Add($"copies no rows to {table.Name} from {pair.Old.Name}.{column.Name}: nothing there is their key");
            return;
        }

        foreach (var (part, _, _) in found.Where(f => f.Value is null))
            plan.Losses.Add($"drops {part.Property} in column {pair.Old.Name}.{column.Name} with its values");
        foreach (var rest in table.Columns.Where(c => c.ComputedSql is null && !values.Exists(v => v.Column == c.Name)))
        {
            if (context.Fill(table, rest, isFromColumn: false, plan) is { } fill)
                values.Add(new(rest.Name, null, fill));
        }

        plan.Read.Add(new(pair.Old.Name, column.Name));
        plan.Add(new RowInsert(table.Name, values.ToEquatableList(), new(pair.New.Name, owner.PrincipalColumns), [], null) { Elements = each.Source, IsFromJson = true, IsOverriding = RowInsert.Overrides(table) });
    }

    // JSON has an order where a table has a number.
    private bool Number(Table table, ForeignKey owner, ObjectName from, JsonElements each, List<CopiedValue> values)
    {
        var open = (table.PrimaryKey?.Columns ?? []).Where(c => !values.Exists(v => v.Column == c)).ToList();
        if (open.Count == 0 && table.PrimaryKey is not null)
        {
            plan.Warnings.Add($"takes the key of {table.Name} from JSON, which fails where two of its rows have the same");
            return true;
        }

        if (open is not [var only] || Type.GetTypeCode(table.FindColumn(only)!.Hints.ClrType) is not (TypeCode.Int16 or TypeCode.Int32 or TypeCode.Int64))
            return false;
        var order = string.Join(", ", owner.PrincipalColumns.Select(c => CopyText.Name(from, c)).Append(each.Position));
        values.Insert(owner.Columns.Count, new(only, null, $"{Behind(table, only)}row_number() OVER (ORDER BY {order})"));
        return true;
    }

    // The model's own rows have numbers of their own; on the way back they are among those in JSON.
    private string Behind(Table table, string number)
        => context.Decisions.IsReverse || table.Seeds.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{table.Seeds.Max(r => Convert.ToInt64(r.Values[number], CultureInfo.InvariantCulture))} + ");
}
