using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Replay;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Sql.Text;

namespace DbMigrate.Engine.Diff;

/// <summary>The views and triggers of a schema that read a table or one of its columns, and cannot be without it.</summary>
internal sealed class Readers(ProviderTraits traits, SchemaState state)
{
    private readonly ReplaySession _session = new(state, traits);

    /// <summary>Those that read a column.</summary>
    /// <param name="table">The column's table.</param>
    /// <param name="column">Its name.</param>
    public IReadOnlyList<string> OfColumn(ObjectName table, string column)
    {
        var views = new HashSet<ObjectName>();
        List<ObjectName> shown = [table];
        for (var i = 0; i < shown.Count; i++)
        {
            foreach (var (view, sql) in _session.Views.Where(v => Mentions(v.Value, shown[i])))
            {
                var references = new ViewReferences(_session, shown[i], column, sql);
                if (references.IsNamed || (traits.ViewsKeepColumns && references.IsShownWithAll))
                    views.Add(view);
                else if (references.IsShownWithAll && !shown.Contains(view))
                    shown.Add(view);
            }
        }

        return Describe(views, state.Triggers.Values.Where(t => shown.Exists(s => new TriggerReferences(_session, s, column, t.Sql, t.Table).Names.Any())));
    }

    /// <summary>Those that read a table; its own triggers go with it.</summary>
    /// <param name="table">The table.</param>
    public IReadOnlyList<string> OfTable(ObjectName table)
        => Describe([.. OfAny([table])], state.Triggers.Values.Where(t => t.Table != table && TableReferences.Any(t.Sql, table, traits.DefaultSchema)));

    private IEnumerable<ObjectName> OfAny(IReadOnlyCollection<ObjectName> sources)
        => _session.Views.Where(v => sources.Any(s => Mentions(v.Value, s) && ViewTables.Reads(_session, v.Value, s))).Select(v => v.Key);

    private IReadOnlyList<string> Describe(HashSet<ObjectName> views, IEnumerable<Trigger> triggers)
    {
        // Where a view keeps what it was made of, it cannot go before those that read it.
        for (var before = -1; traits.ViewsKeepColumns && before < views.Count;)
        {
            before = views.Count;
            views.UnionWith(OfAny([.. views]));
        }

        return
        [
            .. views.Order().Select(v => $"{(state.MaterializedViews.ContainsKey(v) ? "materialized view" : "view")} {v}"),
            .. triggers.Select(t => $"trigger {t.Name.Name} on {t.Table}"),
        ];
    }

    private static bool Mentions(string sql, ObjectName name) => sql.Contains(SqlText.Quote(name.Name)[1..^1], StringComparison.OrdinalIgnoreCase);
}
