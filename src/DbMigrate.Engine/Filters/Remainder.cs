using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Filters;

/// <summary>What remains of a schema without some of its objects. A foreign key to a table that is left out stays: it is ours.</summary>
internal sealed class Remainder(IReadOnlySet<SchemaObject> gone)
{
    /// <summary>What cannot be without a column that is left out: keys, indexes and checks that use it.</summary>
    public static IEnumerable<SchemaObject> Dependent(SchemaState state, IReadOnlySet<SchemaObject> gone)
    {
        var columns = gone.Where(o => o.Kind == ObjectKind.Column).ToLookup(o => o.Owner, o => o.Name);
        foreach (var table in state.Tables.Values)
        {
            var names = columns[table.Name].ToHashSet();
            var others = table.ForeignKeys.Where(k => k.Columns.Any(names.Contains) || k.PrincipalColumns.Any(columns[k.PrincipalTable].Contains))
                .Select(k => new SchemaObject(ObjectKind.ForeignKey, table.Name, k.Name));
            if (names.Count > 0)
                others = others
                    .Concat(table.Indexes.Where(i => i.Columns.Any(names.Contains) || SqlMentions.Any(i.Filter ?? i.RawSql, names)).Select(i => new SchemaObject(ObjectKind.Index, table.Name, i.Name)))
                    .Concat(table.UniqueConstraints.Where(k => k.Columns.Any(names.Contains)).Select(k => new SchemaObject(ObjectKind.UniqueConstraint, table.Name, k.Name)))
                    .Concat(table.Checks.Where(c => SqlMentions.Any(c.Sql, names)).Select(c => new SchemaObject(ObjectKind.Check, table.Name, c.Name)));
            foreach (var item in others)
                yield return item;
        }
    }

    /// <summary>Without schemas, tables, sequences and views that are left out, and without all that is in them.</summary>
    public SchemaState WithoutOuter(SchemaState state)
    {
        if (gone.Count == 0)
            return state;
        var tables = state.Tables.RemoveRange(state.Tables.Keys.Where(n => IsGone(ObjectKind.Table, n)));
        return state with
        {
            Schemas = state.Schemas.Except(gone.Where(o => o.Kind == ObjectKind.Schema).Select(o => o.Name)),
            Tables = tables,
            Sequences = state.Sequences.RemoveRange(state.Sequences.Keys.Where(n => IsGone(ObjectKind.Sequence, n))),
            Views = state.Views.RemoveRange(state.Views.Keys.Where(n => IsGone(ObjectKind.View, n))),
            Triggers = state.Triggers.RemoveRange(state.Triggers.Values.Where(t => IsGone(ObjectKind.Table, t.Table) || IsGone(ObjectKind.View, t.Table)).Select(t => t.Name)),
        };
    }

    /// <summary>Without columns, keys, indexes, checks and triggers that are left out.</summary>
    public SchemaState WithoutInner(SchemaState state) => gone.Count == 0 ? state : state with
    {
        Tables = state.Tables.SetItems(state.Tables.Values.Select(t => KeyValuePair.Create(t.Name, Without(t)))),
        Triggers = state.Triggers.RemoveRange(state.Triggers.Values.Where(t => Is(ObjectKind.Trigger, t.Table, t.Name.Name)).Select(t => t.Name)),
    };

    private Table Without(Table table)
    {
        var columns = table.Columns.Where(c => Is(ObjectKind.Column, table.Name, c.Name)).Select(c => c.Name).ToList();
        return table with
        {
            Columns = table.Columns.RemoveAll(c => columns.Contains(c.Name)),
            PrimaryKey = table.PrimaryKey is { } key && key.Columns.Any(columns.Contains) ? null : table.PrimaryKey,
            UniqueConstraints = table.UniqueConstraints.RemoveAll(k => Is(ObjectKind.UniqueConstraint, table.Name, k.Name) || k.Columns.Any(columns.Contains)),
            ForeignKeys = table.ForeignKeys.RemoveAll(k => Is(ObjectKind.ForeignKey, table.Name, k.Name) || k.Columns.Any(columns.Contains) || k.PrincipalColumns.Any(c => Is(ObjectKind.Column, k.PrincipalTable, c))),
            Indexes = table.Indexes.RemoveAll(i => Is(ObjectKind.Index, table.Name, i.Name)),
            Checks = table.Checks.RemoveAll(c => Is(ObjectKind.Check, table.Name, c.Name)),
            Seeds = columns.Count == 0 ? table.Seeds : [.. table.Seeds.Select(s => new SeedRow(s.Values.RemoveRange(columns)))],
        };
    }

    private bool IsGone(ObjectKind kind, ObjectName name)
        => Is(kind, name, name.Name) || (name.Schema is { } schema && Is(ObjectKind.Schema, new ObjectName(schema, schema), schema));

    // What has no name is told by its columns alone.
    private bool Is(ObjectKind kind, ObjectName owner, string name) => name.Length > 0 && gone.Contains(new SchemaObject(kind, owner, name));
}
