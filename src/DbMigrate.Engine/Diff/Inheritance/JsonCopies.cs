using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Sql.Text;

namespace DbMigrate.Engine.Diff.Inheritance;

/// <summary>Finds owned types that leave columns for JSON in one column, or come back: the path to their properties is the same.</summary>
internal sealed class JsonCopies(CopyContext context, CopyPlan plan)
{
    /// <summary>Whether there may be any.</summary>
    public static bool MayBe(SchemaMatch match) => match.KeptPrincipalsFirst.Any(p => p.Added.Concat(p.Dropped).Any(c => c.Hints.Json.Count > 0));

    /// <summary>Adds their copies to the plan.</summary>
    public void Add()
    {
        if (context.Traits.Json is not { } json)
            return;
        foreach (var pair in context.Match.KeptPrincipalsFirst)
        {
            foreach (var column in pair.Added.Where(c => c.Hints.IsJsonObject))
                Fold(pair, column, json);
            foreach (var column in pair.Dropped.Where(c => c.Hints.IsJsonObject && !context.IsGivenUp(pair.Old, c)))
                Unfold(pair, column, json);
        }
    }

    private void Fold(TablePair pair, Column column, JsonSql json)
    {
        var gone = PropertyName.Index(pair.Dropped.Where(c => c.ComputedSql is null && !context.IsGivenUp(pair.Old, c)));
        if (!column.Hints.Json.Any(p => gone.ContainsKey(PropertyName.Of(p.Property))) || JsonObject.Of(column, gone, c => SqlText.Quote(c.Name), pair.New, json, context, plan) is not { } made)
            return;
        var names = made.Sources.Select(c => c.Name).ToEquatableList();
        plan.Read.UnionWith(names.Select(n => new ColumnName(pair.Old.Name, n)));
        plan.Add(new RowFold(pair.New.Name, [new(column.Name, null, json.Store(column, made.Json))], column.IsNullable ? new ValueFilter(names) : null));
        if (!column.IsNullable && column.DefaultSql is null)
            plan.Fills.Add(context.Passing(pair.New, column, "'{}'"));
    }

    private void Unfold(TablePair pair, Column column, JsonSql json)
    {
        var come = PropertyName.Index(pair.Added.Where(c => c.ComputedSql is null));
        var found = column.Hints.Json.Select(p => (Part: p, Target: come.GetValueOrDefault(PropertyName.Of(p.Property)))).ToList();
        if (found.TrueForAll(f => f.Target is null))
            return;
        var values = found.Select(f => (f.Part, f.Target, Value: f.Target is null ? null : json.Read(json.Stored(column, SqlText.Quote(column.Name)), f.Part.Name, f.Target))).ToList();
        foreach (var (part, _, _) in values.Where(v => v.Value is null))
            plan.Losses.Add($"drops {part.Property} in column {pair.Old.Name}.{column.Name} with its values");
        Unsaid(pair, column, come, found.Select(f => f.Target));
        var copied = values.Where(v => v.Value is not null).Select(v => new CopiedValue(v.Target!.Name, null, v.Value!)).ToEquatableList();
        if (copied.Count == 0)
            return;
        plan.Read.Add(new(pair.Old.Name, column.Name));
        plan.Add(new RowFold(pair.New.Name, copied, column.IsNullable ? new ValueFilter([column.Name]) : null));
        if (!column.IsNullable)
            plan.Fills.AddRange(values.Where(v => v.Value is not null && !v.Target!.IsNullable && v.Target.DefaultSql is null).Select(v => context.Passing(pair.New, v.Target!, null)));
    }

    // A property that came when the column was there already is in no script.
    private void Unsaid(TablePair pair, Column column, IReadOnlyDictionary<string, Column> come, IEnumerable<Column?> found)
    {
        var path = PropertyName.Owner(column);
        foreach (var (property, _) in come.Where(c => path.Length > 0 && c.Key.StartsWith(path, StringComparison.Ordinal) && !found.Contains(c.Value)))
            plan.Losses.Add($"copies no {property} from {pair.Old.Name}.{column.Name}: the scripts do not say that it is there");
    }
}
