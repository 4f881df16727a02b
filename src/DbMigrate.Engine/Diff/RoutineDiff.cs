using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Replay;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Sql.Text;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Diff;

/// <summary>Views and triggers, which EF has no operations for: dropped first of all, created last of all.</summary>
internal sealed class RoutineDiff(DiffRun run)
{
    /// <summary>Compares them; drops and renames of tables and columns must be known.</summary>
    public void Compare()
    {
        var (from, to) = (run.Match.From, run.Match.To);
        var (before, after) = (Views(from, to), Views(to, from));
        if (before.Count + from.Triggers.Count + after.Count + to.Triggers.Count == 0)
            return;

        // Databases take new names to views and triggers themselves, and drop triggers with their tables.
        var followed = new Replayer(run.Traits).Apply(from, run.Operations.UpTo(Stage.Rename));
        var views = Views(followed, to);
        var dropped = views.Where(v => v.Value != after.GetValueOrDefault(v.Key) && (!MaterializedView.Is(v.Value) || v.Value != before[v.Key])).Select(v => v.Key).ToHashSet();
        var replaced = new ReplacedReaders(run);
        replaced.AddViews(dropped, before.Where(v => views.ContainsKey(v.Key)).ToDictionary());
        bool Stays(Trigger trigger) => !dropped.Contains(trigger.Table) && !replaced.IsRead(trigger) && trigger.Equals(to.Triggers.GetValueOrDefault(trigger.Name));
        foreach (var trigger in followed.Triggers.Values.Where(t => !Stays(t) && !dropped.Contains(t.Table)))
            Drop(run.Traits.DropTrigger(Before(trigger)), to.Triggers.ContainsKey(trigger.Name));

        // One that shows other columns than before is no longer what it had been given something for.
        foreach (var view in ViewOrder.Sort(before, dropped).Reverse())
            Drop($"DROP {(MaterializedView.Is(before[view]) ? "MATERIALIZED " : "")}VIEW {SqlText.Quote(view)}", after.TryGetValue(view, out var text) && (text == before[view] || views[view] != before[view]));
        foreach (var view in ViewOrder.Sort(after, after.Keys.Where(v => !views.ContainsKey(v) || dropped.Contains(v))))
            run.Operations.Add(Stage.CreateRoutines, new SqlOperation { Sql = Text(to, view, after[view]) });
        foreach (var trigger in to.Triggers.Values.Where(t => !followed.Triggers.TryGetValue(t.Name, out var old) || !Stays(old)))
            run.Operations.Add(Stage.CreateRoutines, new SqlOperation { Sql = StoredObjects.Find(trigger) });
    }

    // Nobody compares materialized views: what one side has alone neither comes nor goes.
    private static Dictionary<ObjectName, string> Views(SchemaState state, SchemaState other)
        => state.Views.Concat(state.MaterializedViews.Where(m => other.MaterializedViews.ContainsKey(m.Key))).ToDictionary();

    private void Drop(string sql, bool comesAgain)
    {
        var drop = new SqlOperation { Sql = sql };
        if (comesAgain && run.Traits.HasFactsBesideText)
            drop.AddAnnotation(OperationAnnotations.MadeAgain, true);
        run.Operations.Add(Stage.DropRoutines, drop);
    }

    // Drops come before renames.
    private Trigger Before(Trigger trigger) => run.Match.ByNew(trigger.Table) is { } pair ? trigger with { Table = pair.Old.Name } : trigger;

    // As somebody wrote it, where that is known. Rows come at the end, where there were any.
    private static string Text(SchemaState state, ObjectName view, string sql)
        => MaterializedView.Is(sql) ? sql + " WITH NO DATA"
            : state.StoredViews.TryGetValue(view, out var stored) && SchemaStatement.Read(stored)?.Sql == sql ? stored : sql;
}
