using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Sql.Text;

namespace DbMigrate.Engine.Sql.Postgres;

/// <summary>
/// Views and triggers that are in the way: the server changes no column that they read. They are dropped, and made again
/// when the columns are done, before anything else happens that they would have to follow.
/// </summary>
internal sealed class Dependants(ScriptDraft draft)
{
    private readonly HashSet<ObjectName> _views = [];
    private readonly Dictionary<ObjectName, Trigger> _triggers = [];

    /// <summary>Drops what reads columns of a table. Too much is harmless: it comes again.</summary>
    public void Drop(ObjectName table, IReadOnlyCollection<string> columns, string purpose)
        => Drop(
            sql => SqlMentions.Any(sql, [table.Name]) && (SqlMentions.Any(sql, columns) || sql.Contains('*', StringComparison.Ordinal)),
            trigger => trigger.Table == table && SqlMentions.Any(trigger.Sql, columns),
            purpose);

    /// <summary>Drops what mentions a type.</summary>
    public void DropUsersOf(ObjectName type, string purpose)
        => Drop(sql => SqlMentions.Any(sql, [type.Name]), trigger => SqlMentions.Any(trigger.Sql, [type.Name]), purpose);

    /// <summary>Makes again what was dropped.</summary>
    public void Restore()
    {
        foreach (var view in ViewOrder.Sort(draft.State.Views, _views))
            draft.Write(draft.State.Views[view], $"view {view} again");
        foreach (var trigger in _triggers.Values)
            draft.Write(StoredObjects.Find(trigger), $"trigger {trigger.Name} again");
        _views.Clear();
        _triggers.Clear();
    }

    private void Drop(Func<string, bool> isReader, Func<Trigger, bool> isTrigger, string purpose)
    {
        var views = Readers(isReader);
        foreach (var trigger in draft.State.Triggers.Values.Where(t => !_triggers.ContainsKey(t.Name) && (views.Contains(t.Table) || (!_views.Contains(t.Table) && isTrigger(t)))).ToList())
        {
            _triggers.Add(trigger.Name, trigger);
            if (!views.Contains(trigger.Table))
                draft.Write(draft.Traits.DropTrigger(trigger), $"{purpose}: drop trigger {trigger.Name}, which reads it");
        }

        foreach (var view in ViewOrder.Sort(draft.State.Views, views).Reverse())
            draft.Write($"DROP VIEW {SqlText.Quote(view)}", $"{purpose}: drop view {view}, which reads it");
        _views.UnionWith(views);
    }

    // With the views that read these views, and so on.
    private HashSet<ObjectName> Readers(Func<string, bool> isReader)
    {
        var open = draft.State.Views.Where(v => !_views.Contains(v.Key)).ToList();
        var found = open.Where(v => isReader(v.Value)).Select(v => v.Key).ToHashSet();
        var names = found.Select(v => v.Name).ToList();
        while (names.Count > 0)
        {
            var more = open.Where(v => !found.Contains(v.Key) && SqlMentions.Any(v.Value, names)).Select(v => v.Key).ToList();
            found.UnionWith(more);
            names = [.. more.Select(v => v.Name)];
        }

        return found;
    }
}
