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
        if (from.Views.Count + from.Triggers.Count + to.Views.Count + to.Triggers.Count == 0)
            return;

        // Databases take new names to views and triggers themselves, and drop triggers with their tables.
        var followed = new Replayer(run.Traits).Apply(from, run.Operations.UpTo(Stage.Rename));
        var dropped = followed.Views.Where(v => v.Value != to.Views.GetValueOrDefault(v.Key)).Select(v => v.Key).ToHashSet();
        AddReaders(dropped, from.Views.Where(v => followed.Views.ContainsKey(v.Key)).ToDictionary());
        bool Stays(Trigger trigger) => !dropped.Contains(trigger.Table) && trigger.Equals(to.Triggers.GetValueOrDefault(trigger.Name));
        foreach (var trigger in followed.Triggers.Values.Where(t => !Stays(t) && !dropped.Contains(t.Table)))
            run.Operations.Add(Stage.DropRoutines, new SqlOperation { Sql = run.Traits.DropTrigger(Before(trigger)) });
        foreach (var view in ViewOrder.Sort(from.Views, dropped).Reverse())
            run.Operations.Add(Stage.DropRoutines, new SqlOperation { Sql = "DROP VIEW " + SqlText.Quote(view) });
        foreach (var view in ViewOrder.Sort(to.Views, to.Views.Keys.Where(v => !followed.Views.ContainsKey(v) || dropped.Contains(v))))
            run.Operations.Add(Stage.CreateRoutines, new SqlOperation { Sql = Text(to, view) });
        foreach (var trigger in to.Triggers.Values.Where(t => !followed.Triggers.TryGetValue(t.Name, out var old) || !Stays(old)))
            run.Operations.Add(Stage.CreateRoutines, new SqlOperation { Sql = StoredObjects.Find(trigger) });
    }

    // A column that goes at once, for another to take its name, has readers in its way; and so have they.
    private void AddReaders(HashSet<ObjectName> dropped, Dictionary<ObjectName, string> views)
    {
        var replaced = run.Match.KeptPrincipalsFirst.Select(p => (Table: p.Old.Name.Name, Columns: p.ReplacedNames.Where(n => !p.Aside.ContainsKey(n)).ToList())).Where(p => p.Columns.Count > 0).ToList();
        dropped.UnionWith(views.Where(v => replaced.Exists(p => SqlMentions.Any(v.Value, [p.Table]) && SqlMentions.Any(v.Value, p.Columns))).Select(v => v.Key));
        for (var before = -1; before < dropped.Count;)
        {
            before = dropped.Count;
            dropped.UnionWith(views.Where(v => SqlMentions.Any(v.Value, [.. dropped.Where(d => d != v.Key).Select(d => d.Name)])).Select(v => v.Key).ToList());
        }
    }

    // Drops come before renames.
    private Trigger Before(Trigger trigger) => run.Match.ByNew(trigger.Table) is { } pair ? trigger with { Table = pair.Old.Name } : trigger;

    // As somebody wrote it, where that is known.
    private static string Text(SchemaState state, ObjectName view)
        => state.StoredViews.TryGetValue(view, out var stored) && SchemaStatement.Read(stored)?.Sql == state.Views[view] ? stored : state.Views[view];
}
