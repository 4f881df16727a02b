using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Engine.Diff;

/// <summary>Finds reasons to take a table that goes and one that comes for the same. Likeness of their columns is none.</summary>
internal static class TableEvidence
{
    /// <summary>The candidates among the tables that nobody decided, those with the strongest evidence first.</summary>
    public static IEnumerable<OpenRename> Find(SchemaMatch match, RenamePlan plan)
    {
        var gone = match.Dropped.Where(t => !plan.Tables.ContainsKey(t.Name)).ToList();
        var come = match.Created.Where(t => !match.From.Tables.ContainsKey(t.Name)).ToList();
        if (gone.Count == 0 || come.Count == 0)
            return [];
        var coming = come.Select(t => t.Name).ToHashSet();
        var byEntity = come.Where(t => t.Entity is not null).ToLookup(t => t.Entity!, StringComparer.Ordinal);
        var byName = come.ToLookup(t => NameLikeness.Reduce(t.Name.Name), StringComparer.Ordinal);
        var byReference = TableSuccessors.Find(match);
        return from old in gone
               let reasons = (old.Entity is null ? [] : byEntity[old.Entity].Select(t => new Reason(t, 60, "same entity type " + old.Entity)))
                   .Concat(byName[NameLikeness.Reduce(old.Name.Name)].Select(t => new Reason(t, 40, old.Name.Name == t.Name.Name ? "same name in another schema" : "same name but for its spelling")))
                   .Concat(byReference[old.Name].Where(r => coming.Contains(r.Target)).Select(r => new Reason(match.To.Tables[r.Target], 40, r.Text)))
               let choices = reasons.GroupBy(r => r.Table.Name).Select(found => Choice(old, [.. found])).OrderByDescending(c => c.Score).ToList()
               where choices.Count > 0
               orderby choices[0].Score descending
               select new OpenRename(DottedName.Format(old.Name.Schema, old.Name.Name), "table", FactText.Of(old), choices);
    }

    private static RenameChoice Choice(Table old, IReadOnlyList<Reason> reasons)
    {
        var table = reasons[0].Table;
        return WholeChoice.Of(old.Name, table.Name, FactText.Of(table), [.. reasons.Select(r => (r.Points, r.Text))], Likeness(old, table));
    }

    // Columns of the same name are no evidence, but they tell candidates apart.
    private static int Likeness(Table old, Table table)
    {
        var (before, after) = (Names(old), Names(table));
        return 20 * before.Intersect(after).Count() / Math.Max(1, before.Union(after).Count());
    }

    private static HashSet<string> Names(Table table) => table.Columns.Select(c => NameLikeness.Reduce(c.Name)).ToHashSet(StringComparer.Ordinal);

    private sealed record Reason(Table Table, int Points, string Text);
}
