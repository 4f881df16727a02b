using System;
using System.Collections.Generic;
using System.Linq;

namespace DbMigrate.Engine.Diff.Inheritance;

/// <summary>Finds the hierarchies whose rows move to other tables, and where each row goes.</summary>
internal sealed class HierarchyCopies(CopyContext context, TypeLayout from, TypeLayout to, CopyPlan plan)
{
    /// <summary>Whether there may be any where no table comes or goes: a root with rows has a table in each strategy.</summary>
    public static bool MayBe(SchemaMatch match) => match.KeptPrincipalsFirst.Any(p => p.Old.Types.Count + p.New.Types.Count > 0);

    /// <summary>Adds their copies to the plan.</summary>
    public void Add()
    {
        foreach (var family in from.Types.Union(to.Types).GroupBy(t => to.Chain(t).Last() is var root && from.Chain(root).Last() is var top ? top : root))
            Add([.. family]);
    }

    private void Add(List<string> family)
    {
        // Base types first, or their derived types would be overwritten by them.
        var known = from.Types.Where(t => family.Contains(t) && to.Knows(t) && !from.Parts(t).Any(context.IsGivenUp)).ToList();
        var isMoved = known.Any(Moves);
        var losses = new HierarchyLosses(context, from, to, plan);
        losses.OfTypes(family, isMoved);
        if (!isMoved)
            return;

        var targets = known.SelectMany(to.Parts).Select(t => t.Name).ToHashSet();
        foreach (var table in context.Match.ToOrder.Sorted.Where(targets.Contains).Select(n => context.Match.To.Tables[n]))
            new TableCopies(context, from, to, plan, table).Add([.. known.Where(t => to.Parts(t).Any(p => p.Name == table.Name))], known);

        // A table of abstract types alone has nothing but keys of rows that are in others, and what was read of it.
        foreach (var table in known.SelectMany(from.Parts).Where(t => context.Match.ByOld(t.Name) is null && from.At(t).All(type => from.Map(type).IsAbstract)))
            plan.Read.UnionWith((table.PrimaryKey?.Columns ?? []).Select(c => new ColumnName(table.Name, c)));
        losses.OfTables(known);
        losses.OfColumns(known.Where(Moves));
    }

    // Other tables alone may be a rename, other types in a table alone a change of the model.
    private bool Moves(string type)
    {
        var (before, after) = (from.Parts(type), to.Parts(type));
        return !before.Select(context.Name).ToHashSet().SetEquals(after.Select(t => t.Name)) && !Shape(from, type).SetEquals(Shape(to, type));
    }

    private HashSet<string> Shape(TypeLayout layout, string type)
    {
        var chain = from.Chain(type).Concat(to.Chain(type)).ToHashSet(StringComparer.Ordinal);
        return [.. layout.Parts(type).Select(p => string.Join(", ", layout.At(p).Where(t => chain.Contains(t) || (from.Knows(t) && to.Knows(t)))))];
    }
}
