using System.Collections.Generic;
using System.Linq;

namespace DbMigrate.Engine.Schema;

/// <summary>Says what differs between two schemas, without regard to the order of columns, keys and indexes.</summary>
public static class SchemaComparer
{
    /// <summary>
    /// Every difference, ordered by table and object. A primary key, unique constraint, foreign key or check that
    /// has no name on one side is found by its content.
    /// </summary>
    /// <param name="expected">The reference.</param>
    /// <param name="actual">What is compared with it.</param>
    /// <param name="seeds">Whether seeded rows count; false where one side was read from a database.</param>
    public static IReadOnlyList<SchemaDifference> Compare(SchemaState expected, SchemaState actual, bool seeds)
    {
        var found = new DifferenceList();
        found.Facet("database", "collation", expected.Collation, actual.Collation);
        found.Annotations("database", expected.Annotations, actual.Annotations);
        foreach (var schema in expected.Schemas.Except(actual.Schemas))
            found.Missing($"schema {schema}", schema);
        foreach (var schema in actual.Schemas.Except(expected.Schemas))
            found.Unexpected($"schema {schema}", schema);
        Match(found, "sequence", expected.Sequences, actual.Sequences, SchemaDescriber.Describe);
        foreach (var name in expected.Tables.Keys.Union(actual.Tables.Keys).Order())
        {
            expected.Tables.TryGetValue(name, out var left);
            actual.Tables.TryGetValue(name, out var right);
            if (left is not null && right is not null)
                TableComparer.Compare(found, left, right, seeds);
            else if (left is not null)
                found.Missing($"table {name}", SchemaDescriber.Describe(left));
            else
                found.Unexpected($"table {name}", SchemaDescriber.Describe(right!));
        }

        Match(found, "view", expected.Views, actual.Views, sql => sql);
        Match(found, "trigger", expected.Triggers, actual.Triggers, t => t.Sql);
        return found.Items;
    }

    private static void Match<T>(DifferenceList found, string kind, IReadOnlyDictionary<ObjectName, T> expected, IReadOnlyDictionary<ObjectName, T> actual, System.Func<T, string> describe)
        where T : class
    {
        foreach (var name in expected.Keys.Union(actual.Keys).Order())
            found.Pair($"{kind} {name}", expected.GetValueOrDefault(name), actual.GetValueOrDefault(name), describe);
    }
}

/// <summary>One difference.</summary>
/// <param name="Kind"><c>Missing</c>, <c>Unexpected</c> or <c>Changed</c>, seen from the reference.</param>
/// <param name="Object">Kind and name, for example <c>column Customers.Email</c>.</param>
/// <param name="Expected">The reference's side, readable.</param>
/// <param name="Actual">The other side, readable.</param>
public sealed record SchemaDifference(string Kind, string Object, string Expected, string Actual);
