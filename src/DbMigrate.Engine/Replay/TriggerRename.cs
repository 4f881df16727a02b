using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Replay;

/// <summary>Takes a column's new name to the texts of triggers, as databases do.</summary>
internal static class TriggerRename
{
    /// <summary>Renames in all triggers.</summary>
    /// <param name="session">The schema.</param>
    /// <param name="table">The table.</param>
    /// <param name="from">The column's old name.</param>
    /// <param name="to">Its new name.</param>
    public static void Follow(ReplaySession session, Table table, string from, string to)
    {
        foreach (var trigger in session.Triggers.Values.ToList())
        {
            string Sql(string sql) => Rename(sql, new TriggerReferences(session, table.Name, from, sql, trigger.Table), to);
            session.Triggers[trigger.Name] = trigger with { Sql = Sql(trigger.Sql), Stored = trigger.Stored.Change(Sql) };
        }
    }

    private static string Rename(string sql, TriggerReferences references, string to)
    {
        foreach (var token in references.Names.Reverse())
            sql = sql.Remove(token.Position, token.Length).Insert(token.Position, SqlText.Quote(to));
        return sql;
    }
}
