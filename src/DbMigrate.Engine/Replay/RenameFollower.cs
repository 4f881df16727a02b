using System;
using System.Linq;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Sql.Text;

namespace DbMigrate.Engine.Replay;

/// <summary>Takes a new name to everything that mentions the old one, as databases do.</summary>
internal static class RenameFollower
{
    /// <summary>A table in which another one's new name has been followed; the same instance where it is not mentioned.</summary>
    public static Table Table(Table table, ObjectName from, ObjectName to)
        => table.ForeignKeys.Any(k => k.PrincipalTable == from)
            ? table with { ForeignKeys = table.ForeignKeys.Replace(k => k.PrincipalTable == from, k => k with { PrincipalTable = to }) }
            : table;

    /// <summary>The table under its new name, which its own expressions may mention; another table is left alone.</summary>
    public static Table OwnTable(Table table, ObjectName from, ObjectName to, string? defaultSchema)
    {
        if (table.Name != from)
            return table;
        string Sql(string sql) => TableReferences.Rename(sql, from, to, defaultSchema);
        return table with
        {
            Name = to,
            Columns = table.Columns.Replace(c => c.ComputedSql is not null, c => c with { ComputedSql = Sql(c.ComputedSql!) }),
            Checks = table.Checks.Replace(_ => true, c => c with { Sql = Sql(c.Sql) }),
            Indexes = table.Indexes.Replace(_ => true, i => i with
            {
                Filter = i.Filter is null ? null : Sql(i.Filter),
                RawSql = i.RawSql is null ? null : Sql(i.RawSql),
                Stored = i.Stored.Change(Sql),
            }),
        };
    }

    /// <summary>The table with one of its own columns renamed everywhere in it.</summary>
    public static Table OwnColumn(Table table, string from, string to)
    {
        string Sql(string sql) => SqlText.RenameIdentifier(sql, from, to);
        return table with
        {
            Columns = table.Columns.Replace(c => c.Name == from || c.ComputedSql is not null || c.Annotations.Count > 0, c => c with
            {
                Name = c.Name == from ? to : c.Name,
                ComputedSql = c.ComputedSql is null ? null : Sql(c.ComputedSql),
                Annotations = ColumnFacets.Follow(c.Annotations, from, to),
            }),
            PrimaryKey = table.PrimaryKey is { } key ? Key(key, from, to) : null,
            UniqueConstraints = table.UniqueConstraints.Replace(_ => true, k => Key(k, from, to)),
            ForeignKeys = table.ForeignKeys.Replace(_ => true, k => k with { Columns = Names(k.Columns, from, to) }),
            Checks = table.Checks.Replace(_ => true, c => c with { Sql = Sql(c.Sql) }),
            Indexes = table.Indexes.Replace(_ => true, i => i with
            {
                Columns = Names(i.Columns, from, to),
                Filter = i.Filter is null ? null : Sql(i.Filter),
                RawSql = i.RawSql is null ? null : IndexText.RenameColumn(i.RawSql, from, to),
                Annotations = ColumnFacets.Follow(i.Annotations, from, to),
                Stored = i.Stored.Change(sql => IndexText.RenameColumn(sql, from, to)),
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

    /// <summary>A table's new name in the texts of triggers and views.</summary>
    public static void Texts(ReplaySession session, ObjectName from, ObjectName to)
    {
        string Sql(string sql) => TableReferences.Rename(sql, from, to, session.Traits.DefaultSchema);
        foreach (var trigger in session.Triggers.Values.ToList())
        {
            // Where names of triggers are unique in their table alone, the table stands in them.
            var name = trigger.Table == from && trigger.Name.Schema == from.ToString() ? trigger.Name with { Schema = to.ToString() } : trigger.Name;
            session.Triggers.Remove(trigger.Name);
            session.Triggers[name] = trigger with { Name = name, Table = trigger.Table == from ? to : trigger.Table, Sql = Sql(trigger.Sql), Stored = trigger.Stored.Change(Sql) };
        }

        foreach (var (name, text) in session.Views.ToList())
            session.Views[name] = Sql(text);
    }

    /// <summary>A sequence's new name in defaults and views.</summary>
    public static void Sequence(ReplaySession session, ObjectName from, ObjectName to)
    {
        string Sql(string sql) => SequenceReferences.Rename(sql, from, to, session.Traits.DefaultSchema);
        bool Mentions(Column column) => column.DefaultSql is { } sql && Sql(sql) != sql;
        session.ChangeAll(t => t.Columns.Any(Mentions) ? t with { Columns = t.Columns.Replace(Mentions, c => c with { DefaultSql = Sql(c.DefaultSql!) }) } : t);
        foreach (var (name, text) in session.Views.ToList())
            session.Views[name] = TableReferences.Rename(Sql(text), from, to, session.Traits.DefaultSchema);
    }

    private static Key Key(Key key, string from, string to) => key with
    {
        Columns = Names(key.Columns, from, to),
        Annotations = key.Annotations[OperationAnnotations.KeyColumns] is string columns
            ? key.Annotations.With(OperationAnnotations.KeyColumns, SqlText.RenameIdentifier(columns, from, to))
            : ColumnFacets.Follow(key.Annotations, from, to),
    };

    private static EquatableList<string> Names(EquatableList<string> names, string from, string to)
        => names.Replace(n => string.Equals(n, from, StringComparison.Ordinal), _ => to);
}
