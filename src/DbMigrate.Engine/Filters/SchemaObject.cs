using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Filters;

/// <summary>Something in a schema that can be left out by its name.</summary>
/// <param name="Kind">For example <c>Table</c>; the settings' name of it is the plural.</param>
/// <param name="Owner">The table that it belongs to, or the name of itself.</param>
/// <param name="Name">Its name.</param>
internal sealed record SchemaObject(ObjectKind Kind, ObjectName Owner, string Name)
{
    /// <summary>The parts of the name from the outside in, as patterns of its kind count them.</summary>
    public string[] Parts => Kind switch
    {
        ObjectKind.Schema => [Name],
        ObjectKind.Table or ObjectKind.Sequence or ObjectKind.View => [Owner.Schema ?? "", Name],
        _ => [Owner.Schema ?? "", Owner.Name, Name],
    };

    /// <summary>What stands by itself.</summary>
    public static IEnumerable<SchemaObject> Outer(SchemaState state)
        => state.Schemas.Union(state.Tables.Keys.Concat(state.Sequences.Keys).Concat(state.Views.Keys).Select(n => n.Schema).OfType<string>())
            .Select(s => new SchemaObject(ObjectKind.Schema, new ObjectName(s, s), s))
            .Concat(state.Tables.Keys.Select(n => Own(ObjectKind.Table, n)))
            .Concat(state.Sequences.Keys.Select(n => Own(ObjectKind.Sequence, n)))
            .Concat(state.Views.Keys.Select(n => Own(ObjectKind.View, n)));

    /// <summary>What belongs to a table; what has no name cannot be told from others and stays.</summary>
    public static IEnumerable<SchemaObject> Inner(SchemaState state)
        => state.Tables.Values.SelectMany(PartsOf)
            .Concat(state.Triggers.Values.Select(t => new SchemaObject(ObjectKind.Trigger, t.Table, t.Name.Name)))
            .Where(o => o.Name.Length > 0);

    private static SchemaObject Own(ObjectKind kind, ObjectName name) => new(kind, name, name.Name);

    private static IEnumerable<SchemaObject> PartsOf(Table table)
        => table.Columns.Select(c => new SchemaObject(ObjectKind.Column, table.Name, c.Name))
            .Concat(table.Indexes.Select(i => new SchemaObject(ObjectKind.Index, table.Name, i.Name)))
            .Concat(table.ForeignKeys.Select(k => new SchemaObject(ObjectKind.ForeignKey, table.Name, k.Name)))
            .Concat(table.UniqueConstraints.Select(k => new SchemaObject(ObjectKind.UniqueConstraint, table.Name, k.Name)))
            .Concat(table.Checks.Select(c => new SchemaObject(ObjectKind.Check, table.Name, c.Name)));
}

/// <summary>What can be left out.</summary>
internal enum ObjectKind
{
    Schema,
    Table,
    Column,
    Index,
    ForeignKey,
    UniqueConstraint,
    Check,
    Sequence,
    View,
    Trigger,
}
