using System.Collections.Generic;
using System.Collections.Immutable;
using System.Data.Common;
using System.Linq;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Sql.Postgres;

namespace DbMigrate.Engine.Introspection.Postgres;

/// <summary>
/// Asks the server for its own words: what differs at first sight is made as temporary objects in a transaction that
/// is rolled back, and read as any other object is. One round trip per schema makes them, the usual queries read them.
/// </summary>
internal sealed class ServerForm(DbConnection connection, ProviderTraits traits, ProviderGenerator generator)
{
    private readonly List<string> _unknown = [];

    /// <summary>Both schemas in the server's words.</summary>
    public AlignedSchemas Align(SchemaState expected, SchemaState actual)
    {
        expected = DatabaseForm.Expected(expected, actual);
        actual = DatabaseForm.Actual(expected, actual);
        var doubtful = expected.Tables.Values.Where(t => actual.Tables.TryGetValue(t.Name, out var other) && IsDoubtful(expected, actual, t, other)).ToList();
        var views = expected.Views.Where(v => actual.Views.TryGetValue(v.Key, out var other) && other != v.Value).Select(v => v.Key).ToList();
        if (doubtful.Count == 0 && views.Count == 0)
            return new(expected, actual, []);

        var scratch = new Scratch(connection, traits, generator);
        var made = scratch.Make(expected, doubtful, views);
        expected = expected with
        {
            Tables = expected.Tables.SetItems(doubtful.Select(t => KeyValuePair.Create(t.Name, made.Tables.TryGetValue(t.Name, out var form) ? Merge(t, form) : Guess(t, actual.Tables[t.Name])))),
            Views = expected.Views.SetItems(views.Select(v => KeyValuePair.Create(v, made.Views.TryGetValue(v, out var form) ? form : Unknown($"view {v}", actual.Views[v])))),
            Triggers = expected.Triggers.SetItems(expected.Triggers.Values.Where(t => doubtful.Exists(d => d.Name == t.Table))
                .Select(t => KeyValuePair.Create(t.Name, made.Triggers.TryGetValue(t.Name, out var form) ? form : Guess(t, actual)))),
        };
        return new(expected, actual, _unknown);
    }

    private static bool IsDoubtful(SchemaState expected, SchemaState actual, Table table, Table other)
    {
        var left = SchemaState.Empty with { Tables = ImmutableSortedDictionary<ObjectName, Table>.Empty.Add(table.Name, table) };
        var right = SchemaState.Empty with { Tables = ImmutableSortedDictionary<ObjectName, Table>.Empty.Add(table.Name, other) };
        return SchemaComparer.Compare(left, right, seeds: false).Count > 0
            || expected.Triggers.Values.Any(t => t.Table == table.Name && actual.Triggers.TryGetValue(t.Name, out var trigger) && trigger.Sql != t.Sql);
    }

    // What temporary tables cannot have is taken as it was asked for.
    private static Table Merge(Table table, Table form) => table with
    {
        Columns = form.Columns,
        PrimaryKey = form.PrimaryKey,
        UniqueConstraints = form.UniqueConstraints,
        Checks = form.Checks.Replace(_ => true, c => c with { Annotations = table.Checks.FirstOrDefault(o => o.Name == c.Name)?.Annotations ?? c.Annotations }),
        Indexes = form.Indexes.Replace(_ => true, i => i with { Annotations = i.Annotations.With("Npgsql:Tablespace", table.Indexes.FirstOrDefault(o => o.Name == i.Name)?.Annotations["Npgsql:Tablespace"]) }),
        Comment = form.Comment,
        Annotations = ScratchText.OnlyPermanent.Aggregate(form.Annotations, (set, name) => set.With(name, table.Annotations[name])),
    };

    private Table Guess(Table table, Table actual) => table with
    {
        Columns = table.Columns.Replace(c => actual.FindColumn(c.Name) is not null, c => Guess(table, c, actual.FindColumn(c.Name)!)),
        Checks = table.Checks.Replace(c => actual.Checks.Any(o => o.Name == c.Name), c => c with { Sql = Unknown($"check {table.Name}.{c.Name}", actual.Checks.First(o => o.Name == c.Name).Sql) }),
        Indexes = table.Indexes.Replace(_ => true, i => actual.Indexes.FirstOrDefault(o => o.Name == i.Name) is { } other && (i.Filter is null) == (other.Filter is null) && (i.RawSql is null) == (other.RawSql is null)
            ? i with { Filter = other.Filter, RawSql = other.RawSql, Annotations = i.Annotations.With("Npgsql:CreatedConcurrently", null) }
            : i),
    };

    private Column Guess(Table table, Column column, Column actual)
    {
        if (column.DefaultSql is not null && actual.DefaultSql is not null && column.DefaultSql != actual.DefaultSql)
            column = column with { DefaultSql = Unknown($"default of {table.Name}.{column.Name}", actual.DefaultSql) };
        return column.ComputedSql is not null && actual.ComputedSql is not null && column.ComputedSql != actual.ComputedSql
            ? column with { ComputedSql = Unknown($"expression of {table.Name}.{column.Name}", actual.ComputedSql) }
            : column;
    }

    private Trigger Guess(Trigger trigger, SchemaState actual)
        => actual.Triggers.TryGetValue(trigger.Name, out var other) && other.Sql != trigger.Sql ? trigger with { Sql = Unknown($"trigger {trigger.Name}", other.Sql) } : trigger;

    private string Unknown(string what, string actual)
    {
        _unknown.Add($"The {what} cannot be compared: the server does not accept it as it is written.");
        return actual;
    }
}
