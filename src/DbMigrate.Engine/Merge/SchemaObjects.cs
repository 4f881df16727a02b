using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Merge;

/// <summary>A schema taken apart into things with names.</summary>
internal static class SchemaObjects
{
    /// <summary>All things by their labels.</summary>
    public static IReadOnlyDictionary<string, SchemaObject> Of(SchemaState state)
    {
        var objects = new Dictionary<string, SchemaObject>();
        foreach (var item in All(state))
            objects[item.Label] = item;
        return objects;
    }

    private static IEnumerable<SchemaObject> All(SchemaState state)
    {
        yield return new("the database", (state.Collation, state.Annotations), $"collation {state.Collation ?? "none"}, {SchemaDescriber.Describe(state.Annotations)}");
        foreach (var schema in state.Schemas)
            yield return new($"schema {schema}", schema, schema);
        foreach (var sequence in state.Sequences.Values)
            yield return new($"sequence {sequence.Name}", sequence, SchemaDescriber.Describe(sequence));
        foreach (var item in state.Tables.Values.SelectMany(TableObjects.Of))
            yield return item;
        foreach (var (name, sql) in state.Views)
            yield return new(SchemaObject.Relation(name), sql, sql) { Names = [name.Name], Sql = sql, IsRelation = true, IsView = true };
        foreach (var trigger in state.Triggers.Values)
            yield return new($"trigger {trigger.Name}", trigger, trigger.Sql) { Owner = SchemaObject.Relation(trigger.Table), Sql = trigger.Sql };
    }
}
