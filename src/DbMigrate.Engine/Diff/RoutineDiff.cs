using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Diff;

/// <summary>Views and triggers, which EF has no operations for: dropped first of all, created last of all.</summary>
internal sealed class RoutineDiff(DiffRun run)
{
    /// <summary>Compares them.</summary>
    public void Compare()
    {
        var (from, to) = (run.Match.From, run.Match.To);
        var dropped = from.Views.Where(v => Follow(v.Value) != to.Views.GetValueOrDefault(v.Key)).Select(v => v.Key).ToHashSet();
        foreach (var trigger in from.Triggers.Values.Where(t => !Stays(t, dropped) && !GoesWithItsTable(t, dropped)))
            run.Operations.Add(Stage.DropRoutines, new SqlOperation { Sql = "DROP TRIGGER " + Quote(trigger.Name) });
        foreach (var view in Sort(from.Views, dropped).Reverse())
            run.Operations.Add(Stage.DropRoutines, new SqlOperation { Sql = "DROP VIEW " + Quote(view) });
        foreach (var view in Sort(to.Views, to.Views.Keys.Where(v => !from.Views.ContainsKey(v) || dropped.Contains(v))))
            run.Operations.Add(Stage.CreateRoutines, new SqlOperation { Sql = to.Views[view] });
        foreach (var trigger in to.Triggers.Values.Where(t => !from.Triggers.TryGetValue(t.Name, out var old) || !Stays(old, dropped)))
            run.Operations.Add(Stage.CreateRoutines, new SqlOperation { Sql = trigger.Sql });
    }

    private bool Stays(Trigger trigger, HashSet<ObjectName> droppedViews)
        => !GoesWithItsTable(trigger, droppedViews)
            && run.Match.To.Triggers.TryGetValue(trigger.Name, out var after)
            && (run.Match.ByOld(trigger.Table)?.New.Name ?? trigger.Table) == after.Table
            && Follow(trigger.Sql) == after.Sql;

    private bool GoesWithItsTable(Trigger trigger, HashSet<ObjectName> droppedViews)
        => droppedViews.Contains(trigger.Table) || (run.Match.From.Tables.ContainsKey(trigger.Table) && run.Match.ByOld(trigger.Table) is null);

    // Databases take new names of tables to views and triggers themselves.
    private string Follow(string sql)
        => run.Match.Renames.Where(s => s.From.Name != s.To.Name).Aggregate(sql, (text, step) => SqlText.RenameIdentifier(text, step.From.Name, step.To.Name));

    // Views after those that they mention.
    private static IEnumerable<ObjectName> Sort(IReadOnlyDictionary<ObjectName, string> views, IEnumerable<ObjectName> names)
    {
        var open = names.Order().ToList();
        var sorted = new List<ObjectName>(open.Count);
        while (open.Count > 0)
        {
            var at = open.FindIndex(v => !open.Any(o => o != v && SqlMentions.Any(views[v], [o.Name])));
            sorted.Add(open[at < 0 ? 0 : at]);
            open.RemoveAt(at < 0 ? 0 : at);
        }

        return sorted;
    }

    private static string Quote(ObjectName name)
        => name.Schema is null ? SqlText.Quote(name.Name) : SqlText.Quote(name.Schema) + "." + SqlText.Quote(name.Name);
}
