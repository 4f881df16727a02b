using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Sql.Text;

namespace DbMigrate.Engine.Sql.Postgres;

/// <summary>
/// Views and triggers that are in the way: the server changes no column that they read. They are dropped, and made again
/// with all that they had when the columns are done, before anything else happens that they would have to follow.
/// </summary>
internal sealed class Dependants(ScriptDraft draft)
{
    private readonly KeptFacts _facts = new(draft, "dbmigrate.");
    private readonly HashSet<ObjectName> _views = [];
    private readonly Dictionary<ObjectName, Trigger> _triggers = [];

    private ImmutableSortedDictionary<ObjectName, string> Views => draft.State.Views.SetItems(draft.State.MaterializedViews);

    /// <summary>Drops what reads columns of a table. Too much is harmless: it comes again.</summary>
    public void Drop(ObjectName table, IReadOnlyCollection<string> columns, string purpose)
        => Drop(
            sql => SqlMentions.Any(sql, [table.Name]) && (SqlMentions.Any(sql, columns) || ShowsAll(sql)),
            trigger => trigger.Table == table && SqlMentions.Any(trigger.Sql, columns),
            purpose);

    /// <summary>Drops what mentions a type.</summary>
    public void DropUsersOf(ObjectName type, string purpose)
        => Drop(sql => SqlMentions.Any(sql, [type.Name]), trigger => SqlMentions.Any(trigger.Sql, [type.Name]), purpose);

    /// <summary>Makes again what was dropped.</summary>
    public void Restore()
    {
        if (_views.Count + _triggers.Count == 0)
            return;
        var texts = Views;
        var views = ViewOrder.Sort(texts, _views);
        foreach (var view in views)
            draft.Write(IsMaterialized(view) ? texts[view] + " WITH NO DATA" : texts[view], $"{Kind(view)} {view} again");
        foreach (var trigger in _triggers.Values)
            draft.Write(StoredObjects.Find(trigger), $"trigger {trigger.Name} again");
        _facts.GiveBack([.. views, .. _triggers.Keys], [.. views.Where(IsMaterialized)]);
        _views.Clear();
        _triggers.Clear();
    }

    private void Drop(Func<string, bool> isReader, Func<Trigger, bool> isTrigger, string purpose)
    {
        var views = ViewOrder.Sort(Views, Readers(isReader));
        var triggers = draft.State.Triggers.Values.Where(t => !_triggers.ContainsKey(t.Name) && (views.Contains(t.Table) || (!_views.Contains(t.Table) && isTrigger(t)))).ToList();
        _facts.Keep(views, [.. triggers.Select(t => (t, t.Table))], [.. views.Where(IsMaterialized)], purpose);
        foreach (var trigger in triggers)
        {
            _triggers.Add(trigger.Name, trigger);
            if (!views.Contains(trigger.Table))
                draft.Write(draft.Traits.DropTrigger(trigger), $"{purpose}: drop trigger {trigger.Name}, which reads it");
        }

        foreach (var view in views.Reverse())
            draft.Write($"DROP {(IsMaterialized(view) ? "MATERIALIZED " : "")}VIEW {SqlText.Quote(view)}", $"{purpose}: drop {Kind(view)} {view}, which reads it");
        _views.UnionWith(views);
    }

    // With the views that read these views, and so on.
    private HashSet<ObjectName> Readers(Func<string, bool> isReader)
    {
        var open = Views.RemoveRange(_views);
        var found = open.Where(v => isReader(v.Value)).Select(v => v.Key).ToHashSet();
        ViewOrder.AddReaders(found, open);
        return found;
    }

    private bool IsMaterialized(ObjectName view) => draft.State.MaterializedViews.ContainsKey(view);

    private string Kind(ObjectName view) => IsMaterialized(view) ? "materialized view" : "view";

    // What is counted or multiplied is none of the columns.
    private static bool ShowsAll(string sql)
    {
        var tokens = SqlTokenizer.Tokenize(sql).Where(t => !t.IsTrivia).ToList();
        return tokens.Where((t, i) => t.IsOperator("*") && i > 0 && (tokens[i - 1].IsOperator(".") || tokens[i - 1].IsOperator(",") || tokens[i - 1].Is("SELECT") || tokens[i - 1].Is("ALL") || tokens[i - 1].Is("DISTINCT"))).Any();
    }
}
