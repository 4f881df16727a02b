using System;
using System.Collections.Generic;

namespace DbMigrate.Engine.Schema;

/// <summary>Says what differs between two schemas, without regard to the order of columns, keys and indexes.</summary>
public static class SchemaComparer
{
    /// <summary>Every difference, ordered by table and object.</summary>
    /// <param name="expected">The reference.</param>
    /// <param name="actual">What is compared with it.</param>
    /// <param name="seeds">Whether seeded rows count; false where one side was read from a database.</param>
    public static IReadOnlyList<SchemaDifference> Compare(SchemaState expected, SchemaState actual, bool seeds) => throw new NotImplementedException();
}

/// <summary>One difference.</summary>
/// <param name="Kind"><c>Missing</c>, <c>Unexpected</c> or <c>Changed</c>, seen from the reference.</param>
/// <param name="Object">Kind and name, for example <c>column Customers.Email</c>.</param>
/// <param name="Expected">The reference's side, readable.</param>
/// <param name="Actual">The other side, readable.</param>
public sealed record SchemaDifference(string Kind, string Object, string Expected, string Actual);
