using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Replay;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Diff;

/// <summary>
/// The views and triggers that read a column which goes at once, for another to take its name: they are in its way, and mean
/// the other one from then on.
/// </summary>
internal sealed class ReplacedReaders
{
    private readonly IReadOnlyList<(Table Table, IReadOnlyList<string> Columns)> _replaced;
    private readonly HashSet<(ObjectName Table, string Name)> _triggers;

    /// <summary>Finds them.</summary>
    public ReplacedReaders(DiffRun run)
    {
        _replaced = [.. run.Match.KeptPrincipalsFirst.Select(p => (p.Old, Columns: (IReadOnlyList<string>)[.. p.ReplacedNames.Where(n => !p.Aside.ContainsKey(n))])).Where(p => p.Columns.Count > 0)];
        var session = new ReplaySession(run.Match.From, run.Traits);
        bool Reads(Trigger trigger) => _replaced.Any(p => p.Columns.Any(c => new TriggerReferences(session, p.Table.Name, c, trigger.Sql, trigger.Table).Names.Any()));
        _triggers = [.. run.Match.From.Triggers.Values.Where(Reads).Select(t => (run.Match.ByOld(t.Table)?.New.Name ?? t.Table, t.Name.Name))];
    }

    /// <summary>Whether a trigger is one of them.</summary>
    /// <param name="trigger">The trigger under the name that its table gets.</param>
    public bool IsRead(Trigger trigger) => _triggers.Contains((trigger.Table, trigger.Name.Name));

    /// <summary>Adds the views to those that are dropped, and what reads any of these.</summary>
    /// <param name="dropped">The views that are dropped.</param>
    /// <param name="views">All views that are there before and stay.</param>
    public void AddViews(HashSet<ObjectName> dropped, IReadOnlyDictionary<ObjectName, string> views)
    {
        dropped.UnionWith(views.Where(v => _replaced.Any(p => SqlMentions.Any(v.Value, [p.Table.Name.Name]) && SqlMentions.Any(v.Value, p.Columns))).Select(v => v.Key));
        ViewOrder.AddReaders(dropped, views);
    }
}
