using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;
using DbMigrate.Revisions.Errors;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace DbMigrate.Engine.Replay;

/// <summary>A schema that is being added up: the parts that operations change often are mutable until the end.</summary>
internal sealed class ReplaySession
{
    private readonly SchemaState _before;
    private readonly Dictionary<ObjectName, SeedRows> _seeds = [];
    private readonly List<(ObjectName Table, ForeignKey Key)> _implied = [];

    public ReplaySession(SchemaState state, ProviderTraits traits)
    {
        _before = state;
        Traits = traits;
        Tables = state.Tables.ToBuilder();
        Sequences = state.Sequences.ToBuilder();
        Views = state.Views.SetItems(state.MaterializedViews).ToBuilder();
        Triggers = state.Triggers.ToBuilder();
        Schemas = state.Schemas;
        Collation = state.Collation;
        Annotations = state.Annotations;
    }

    public ProviderTraits Traits { get; }

    public ImmutableSortedDictionary<ObjectName, Table>.Builder Tables { get; }

    public ImmutableSortedDictionary<ObjectName, Sequence>.Builder Sequences { get; }

    /// <summary>Views of both kinds: what is renamed is renamed in all of them.</summary>
    public ImmutableSortedDictionary<ObjectName, string>.Builder Views { get; }

    public ImmutableSortedDictionary<ObjectName, Trigger>.Builder Triggers { get; }

    public ImmutableSortedSet<string> Schemas { get; set; }

    public string? Collation { get; set; }

    public AnnotationSet Annotations { get; set; }

    /// <summary>An operation's name as this database knows names.</summary>
    public ObjectName Name(string? schema, string name) => Traits.NameOf(schema, name);

    /// <summary>The name that the database keeps of a constraint; empty for one that it shall keep without.</summary>
    public string ConstraintName(IReadOnlyAnnotatable operation, string? name) => PlainAnnotations.IsUnnamed(operation) ? "" : Traits.KeptName(name ?? "");

    public Table Table(string? schema, string name, string purpose)
    {
        var key = Name(schema, name);
        return Tables.TryGetValue(key, out var table) ? table : throw Conflict($"{purpose}: there is no table {key}.", key);
    }

    public void Set(Table table) => Tables[table.Name] = table;

    /// <summary>The seeded rows of a table, for changing.</summary>
    public SeedRows Seeds(Table table)
    {
        if (!_seeds.TryGetValue(table.Name, out var rows))
            _seeds.Add(table.Name, rows = new SeedRows(table.Seeds));
        return rows;
    }

    public void DropSeeds(ObjectName table) => _seeds.Remove(table);

    /// <summary>Changes each table that a function has another version of.</summary>
    public void ChangeAll(Func<Table, Table> change)
    {
        // The builder must not change while it is read.
        var changed = Tables.Values.Select(t => (Old: t, New: change(t))).Where(p => !ReferenceEquals(p.Old, p.New)).ToList();
        foreach (var (_, table) in changed)
            Set(table);
    }

    /// <summary>Remembers a foreign key whose principal columns are implied by a primary key that is not there yet.</summary>
    public void ResolveLater(ObjectName table, ForeignKey key) => _implied.Add((table, key));

    /// <summary>A seed table under a new name.</summary>
    public void MoveSeeds(ObjectName from, ObjectName to)
    {
        if (_seeds.Remove(from, out var rows))
            _seeds[to] = rows;
    }

    public SchemaState ToState()
    {
        foreach (var (table, rows) in _seeds)
            Set(Tables[table] with { Seeds = rows.ToList() });
        foreach (var (table, key) in _implied)
            ForeignKeyReplay.ResolvePrincipal(this, table, key);
        var materialized = Views.Where(v => MaterializedView.Is(v.Value)).ToImmutableSortedDictionary();
        return _before with
        {
            Tables = Tables.ToImmutable(),
            Sequences = Sequences.ToImmutable(),
            Views = Views.ToImmutable().RemoveRange(materialized.Keys),
            MaterializedViews = materialized,
            Triggers = Triggers.ToImmutable(),
            Schemas = Schemas,
            Collation = Collation,
            Annotations = Annotations,
        };
    }

    public static DbMigrateException Conflict(string message, ObjectName target)
        => ErrorCatalogue.ReplayConflict.Error(message, target.ToString());

    /// <summary>Fails where one of the columns is not in the table.</summary>
    public static void RequireColumns(Table table, IEnumerable<string> columns, string purpose)
    {
        foreach (var column in columns)
        {
            if (table.FindColumn(column) is null)
                throw Conflict($"{purpose}: table {table.Name} has no column {column}.", table.Name);
        }
    }
}
