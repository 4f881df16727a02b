using System;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Replay;

/// <summary>Takes a new name to everything that mentions the old one, as databases do.</summary>
internal static class RenameFollower
{
    /// <summary>A table in which another one's new name has been followed; the same instance where it is not mentioned.</summary>
    public static Table Table(Table table, ObjectName from, ObjectName to)
        => table.ForeignKeys.Any(k => k.PrincipalTable == from)
            ? table with { ForeignKeys = table.ForeignKeys.Replace(k => k.PrincipalTable == from, k => k with { PrincipalTable = to }) }
            : table;

    /// <summary>The table with one of its own columns renamed everywhere in it.</summary>
    public static Table OwnColumn(Table table, string from, string to)
    {
        string Sql(string sql) => SqlText.RenameIdentifier(sql, from, to);
        return table with
        {
            Columns = table.Columns.Replace(c => c.Name == from || c.ComputedSql is not null, c => c with
            {
                Name = c.Name == from ? to : c.Name,
                ComputedSql = c.ComputedSql is null ? null : Sql(c.ComputedSql),
            }),
            PrimaryKey = table.PrimaryKey is { } key ? Key(key, from, to) : null,
            UniqueConstraints = table.UniqueConstraints.Replace(_ => true, k => Key(k, from, to)),
            ForeignKeys = table.ForeignKeys.Replace(_ => true, k => k with { Columns = Names(k.Columns, from, to) }),
            Checks = table.Checks.Replace(_ => true, c => c with { Sql = Sql(c.Sql) }),
            Indexes = table.Indexes.Replace(_ => true, i => i with
            {
                Columns = Names(i.Columns, from, to),
                Filter = i.Filter is null ? null : Sql(i.Filter),
                RawSql = i.RawSql is null ? null : Sql(i.RawSql),
            }),
        };
    }

    /// <summary>A table in which the new name of a column that it may point to has been followed.</summary>
    public static Table PrincipalColumn(Table table, ObjectName principal, string from, string to)
    {
        bool Mentions(ForeignKey key) => key.PrincipalTable == principal && key.PrincipalColumns.Contains(from);
        return table.ForeignKeys.Any(Mentions)
            ? table with { ForeignKeys = table.ForeignKeys.Replace(Mentions, k => k with { PrincipalColumns = Names(k.PrincipalColumns, from, to) }) }
            : table;
    }

    /// <summary>A table's new name in triggers, views and indexes of other statements' text.</summary>
    public static void Texts(ReplaySession session, ObjectName from, ObjectName to)
    {
        if (from.Name == to.Name)
            return;
        string Sql(string sql) => SqlText.RenameIdentifier(sql, from.Name, to.Name);
        foreach (var trigger in session.Triggers.Values.ToList())
            session.Triggers[trigger.Name] = trigger with { Table = trigger.Table == from ? to : trigger.Table, Sql = Sql(trigger.Sql) };
        foreach (var (name, text) in session.Views.ToList())
            session.Views[name] = Sql(text);
        session.ChangeAll(t => t.Name == to && t.Indexes.Any(i => i.RawSql is not null)
            ? t with { Indexes = t.Indexes.Replace(i => i.RawSql is not null, i => i with { RawSql = Sql(i.RawSql!) }) }
            : t);
    }

    private static Key Key(Key key, string from, string to) => key with { Columns = Names(key.Columns, from, to) };

    private static EquatableList<string> Names(EquatableList<string> names, string from, string to)
        => names.Replace(n => string.Equals(n, from, StringComparison.Ordinal), _ => to);
}
