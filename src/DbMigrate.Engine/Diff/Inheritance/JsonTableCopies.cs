using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Sql.Text;

namespace DbMigrate.Engine.Diff.Inheritance;

/// <summary>Finds owned types that leave a table of their own for JSON in their owner's, or come back: the path to their properties is the same.</summary>
internal sealed class JsonTableCopies(CopyContext context, CopyPlan plan)
{
    /// <summary>Adds their copies to the plan.</summary>
    public void Add()
    {
        if (context.Traits.Json is not { } json)
            return;
        foreach (var table in context.Match.Dropped.Where(t => IsPart(t) && !context.IsGivenUp(t)))
        {
            if (PartCopies.Owner(table, context.Match.From) is { } owner && context.Match.ByOld(owner.PrincipalTable) is { } pair && pair.Map(owner.PrincipalColumns) is { } key)
                Fold(table, owner, new(pair.New.Name, key), pair, json);
        }

        foreach (var table in context.Match.Created.Where(IsPart))
        {
            if (PartCopies.Owner(table, context.Match.To) is { } owner && context.Match.ByNew(owner.PrincipalTable) is { } pair)
                Unfold(table, owner, pair, json);
        }
    }

    private bool IsPart(Table table) => table.Types.Count == 0 && !plan.Targets.Contains(table.Name) && !plan.Reads(table.Name);

    private void Fold(Table table, ForeignKey owner, RowSource target, TablePair pair, JsonSql json)
    {
        var there = PropertyName.Index(PartCopies.Parts(table));
        if (pair.Added.FirstOrDefault(c => c.Hints.IsJsonObject && c.Hints.Json.Any(p => there.ContainsKey(PropertyName.Of(p.Property)))) is not { } column)
            return;
        if (JsonObject.Of(column, there, c => CopyText.Name(table.Name, c.Name), pair.New, json, context, plan) is not { } made)
            return;
        plan.Read.UnionWith(made.Sources.Select(c => c.Name).Concat(owner.Columns).Select(c => new ColumnName(table.Name, c)));
        plan.Add(new RowUpdate(target, [new(column.Name, null, json.Store(column, made.Json))], new(table.Name, owner.Columns)));
        if (!column.IsNullable && column.DefaultSql is null)
            plan.Fills.Add(context.Passing(pair.New, column, "'{}'"));
        foreach (var lost in PartCopies.Parts(table).Where(c => !made.Sources.Contains(c)))
            plan.Losses.Add($"drops column {table.Name}.{lost.Name} with its values");
    }

    private void Unfold(Table table, ForeignKey owner, TablePair pair, JsonSql json)
    {
        var wanted = PropertyName.Index(PartCopies.Parts(table));
        if (pair.Dropped.FirstOrDefault(c => !context.IsGivenUp(pair.Old, c) && c.Hints.IsJsonObject && c.Hints.Json.Any(p => wanted.ContainsKey(PropertyName.Of(p.Property)))) is not { } column)
            return;
        var values = owner.Columns.Zip(owner.PrincipalColumns, (c, p) => new CopiedValue(c, pair.New.Name, p)).ToList();
        foreach (var part in column.Hints.Json)
        {
            if (wanted.GetValueOrDefault(PropertyName.Of(part.Property)) is { } target && json.Read(json.Stored(column, SqlText.Quote(column.Name)), part.Name, target) is { } value)
                values.Add(new(target.Name, null, value));
            else
                plan.Losses.Add($"drops {part.Property} in column {pair.Old.Name}.{column.Name} with its values");
        }

        foreach (var rest in PartCopies.Parts(table).Where(c => !values.Exists(v => v.Column == c.Name)))
        {
            if (context.Fill(table, rest, isFromColumn: false, plan) is { } fill)
                values.Add(new(rest.Name, null, fill));
        }

        plan.Read.Add(new(pair.Old.Name, column.Name));
        plan.Add(new RowInsert(table.Name, values.ToEquatableList(), new(pair.New.Name, owner.PrincipalColumns), [], column.IsNullable ? new ValueFilter([column.Name]) : null));
    }
}
