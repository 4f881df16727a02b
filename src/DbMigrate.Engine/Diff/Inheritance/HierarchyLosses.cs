using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Diff.Inheritance;

/// <summary>Says what is not one to one when the rows of a hierarchy move.</summary>
internal sealed class HierarchyLosses(CopyContext context, TypeLayout from, TypeLayout to, CopyPlan plan)
{
    /// <summary>Types that one side alone knows.</summary>
    public void OfTypes(IReadOnlyList<string> family, bool isMoved)
    {
        foreach (var type in family.Where(to.Knows).Where(t => !to.Map(t).IsAbstract && !from.Knows(t)))
        {
            // A type that is new has no rows; but an old script, or no revision at all, may have brought it.
            var table = to.Chain(type).Skip(1).Where(from.Knows).Select(from.Home).FirstOrDefault();
            if (table is not null && !context.IsGivenUp(table) && (table.Types.Count == 0 ? IsSharedUnsaid(type, table) : isMoved && table.Types.Any(t => t.Mark is not null)))
                plan.Losses.Add($"copies no rows of {type} from {table.Name}: the scripts do not say which they are");
        }

        if (isMoved)
        {
            foreach (var type in family.Where(t => from.Knows(t) && !from.Map(t).IsAbstract && !to.Knows(t)))
                plan.Losses.Add($"leaves the rows of {type} without a place: the model has no such type");
        }
    }

    /// <summary>Rows that may meet in one table, and rows of tables that go.</summary>
    public void OfTables(IReadOnlyList<string> known)
    {
        foreach (var table in known.SelectMany(to.Parts).DistinctBy(t => t.Name))
        {
            var sources = known.Where(t => !from.Map(t).IsAbstract && to.Parts(t).Any(p => p.Name == table.Name)).Select(t => from.Parts(t)[^1].Name).Distinct().Order().ToList();
            if (sources.Count > 1)
                plan.Warnings.Add($"joins the rows of {string.Join(", ", sources)} in {table.Name}, which fails where two of them have the same key");
        }

        foreach (var table in known.SelectMany(from.Parts).DistinctBy(t => t.Name).Where(t => context.Match.ByOld(t.Name) is null))
            OfDropped(table, known);
    }

    /// <summary>Values that a column had for several types, of which one has no such property any more.</summary>
    public void OfColumns(IEnumerable<string> moved)
    {
        foreach (var (type, home, map) in moved.Select(t => (t, from.Home(t), from.Map(t))))
        {
            var kept = to.Parts(type).SelectMany(p => to.Columns(type, p).Keys).ToHashSet();
            foreach (var column in home.Columns.Where(c => map.Columns.Contains(c.Name) && c.Name != map.Mark?.Column && !kept.Contains(PropertyName.Of(c)) && plan.Read.Contains(new(home.Name, c.Name))))
                plan.Losses.Add($"drops the values that {home.Name}.{column.Name} has for {type}, which has no such property");
        }
    }

    private void OfDropped(Table table, IReadOnlyList<string> known)
    {
        var own = from.At(table).Where(t => known.Contains(t) || from.Map(t).IsAbstract).ToList();
        var marks = own.Select(t => from.Map(t).Mark).OfType<TypeMark>().ToList();
        var derived = own.SelectMany(from.Derived).Select(t => from.Home(t).Name).Distinct().ToList();
        if (marks.Count > 0)
            plan.Losses.Add($"drops the rows of {table.Name} whose {marks[0].Column} is {(marks.Count == 1 ? "not" : "none of")} {string.Join(", ", marks.Select(m => m.Literal))}");
        else if (derived.Count > 0 && own.All(t => from.Map(t).IsAbstract))
            plan.Losses.Add($"drops the rows of {table.Name} that are not in {string.Join(" or ", derived)}");
        foreach (var column in table.Columns.Where(c => c.ComputedSql is null && !plan.Read.Contains(new(table.Name, c.Name))))
            plan.Losses.Add($"drops column {table.Name}.{column.Name} with its values");
    }

    // A table of many types, written before scripts said so, loses the columns of the type.
    private bool IsSharedUnsaid(string type, Table table)
    {
        var gone = context.Match.ByOld(table.Name)?.Dropped ?? table.Columns;
        var properties = to.Columns(type, to.Home(type)).Keys.ToHashSet();
        var key = table.PrimaryKey?.Columns ?? [];
        return to.Home(type).Name != context.Name(table) && gone.Any(c => !key.Contains(c.Name) && properties.Contains(PropertyName.Of(c)));
    }
}
