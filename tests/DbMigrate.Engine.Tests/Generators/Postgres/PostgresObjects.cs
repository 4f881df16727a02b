using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using DbMigrate.Engine.Introspection.Postgres;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Tests.Generators.Postgres;

/// <summary>Views and triggers: drawn, and taken along when tables and columns change.</summary>
internal static partial class PostgresObjects
{
    public static SchemaState Draw(Draw draw, SchemaState state)
    {
        foreach (var table in state.Tables.Values)
            state = Add(draw, state, table);
        return state;
    }

    /// <summary>Gives the second schema the views and triggers of the first under new names, but for some; and others.</summary>
    public static void Carry(Draw draw, PairBuilder pair)
    {
        var from = pair.To;
        pair.To = pair.To with { Views = from.Views.Clear(), Triggers = from.Triggers.Clear() };
        foreach (var (name, sql) in from.Views)
        {
            var kept = pair.Tables.Where(t => sql.EndsWith($" FROM {SqlText.Quote(t.Before)} t", System.StringComparison.Ordinal)).ToList();
            if (kept.Count == 0)
                continue;
            var columns = Column().Matches(sql).Select(m => pair.Now(kept[0].Before, m.Groups[1].Value)).ToList();
            if (columns.Contains(null) || draw.Chance(10))
                pair.Changes.Add("drop view");
            else
                pair.To = pair.To with { Views = pair.To.Views.Add(name, View(name, kept[0].Now, draw.Chance(10) ? Changed(columns!, pair) : columns!, IsBare(sql))) };
        }

        foreach (var trigger in from.Triggers.Values)
        {
            if (pair.Tables.Where(t => t.Before == trigger.Table).Select(t => t.Now).FirstOrDefault() is not { } table)
                continue;
            var column = UpdateOf().Match(trigger.Sql) is { Success: true } match ? match.Groups[1].Value : null;
            var now = column is null ? null : pair.Now(trigger.Table, column);
            if ((column is not null && now is null) || draw.Chance(10))
                pair.Changes.Add("drop trigger");
            else
                pair.To = With(pair.To, Trigger(table, now));
        }

        foreach (var table in pair.To.Tables.Values.Where(_ => draw.Chance(10)))
        {
            var before = pair.To;
            pair.To = Add(draw, pair.To, table);
            if (!before.Equals(pair.To))
                pair.Changes.Add("create view or trigger");
        }
    }

    private static IReadOnlyList<string> Changed(IReadOnlyList<string> columns, PairBuilder pair)
    {
        pair.Changes.Add("change view");
        return [.. columns, columns[0]];
    }

    private static SchemaState Add(Draw draw, SchemaState state, Table table)
    {
        var view = table.Name with { Name = "All " + table.Name.Name };
        if (draw.Chance(35) && !state.Views.ContainsKey(view) && !state.Tables.ContainsKey(view))
            state = state with { Views = state.Views.Add(view, View(view, table.Name, [.. draw.Some(table.Columns.Select(c => c.Name), 3)], draw.Chance(50))) };
        if (draw.Chance(25) && !state.Triggers.Values.Any(t => t.Table == table.Name))
            state = With(state, Trigger(table.Name, draw.Chance(60) ? draw.PickOrNull(table.Columns.Where(c => c.ComputedSql is null))?.Name : null));
        return state;
    }

    private static bool IsBare(string view) => !view.Contains(" AS c", System.StringComparison.Ordinal);

    // A column that is shown without a name of its own keeps the name that it had.
    private static string View(ObjectName name, ObjectName table, IReadOnlyList<string> columns, bool isBare)
        => $"CREATE VIEW {SqlText.Quote(name)} AS SELECT {string.Join(", ", columns.Select((c, i) => $"t.{SqlText.Quote(c)}{(isBare && columns.Take(i).All(b => b != c) ? "" : $" AS c{i}")}"))} FROM {SqlText.Quote(table)} t";

    private static Trigger Trigger(ObjectName table, string? column)
    {
        var sql = $"CREATE TRIGGER quiet BEFORE UPDATE{(column is null ? "" : $" OF {SqlText.Quote(column)}")} ON {SqlText.Quote(table)} FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()";
        return new Trigger(PostgresText.TriggerName(table, "quiet"), table, sql) { Stored = sql };
    }

    private static SchemaState With(SchemaState state, Trigger trigger) => state with { Triggers = state.Triggers.SetItem(trigger.Name, trigger) };

    [GeneratedRegex("t\\.\"([^\"]+)\"")]
    private static partial Regex Column();

    [GeneratedRegex("UPDATE OF \"([^\"]+)\"")]
    private static partial Regex UpdateOf();
}
