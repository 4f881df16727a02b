using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Sql.Postgres;

namespace DbMigrate.Engine.Introspection.Postgres;

/// <summary>The database itself, its sequences and types in the server's words; these need no scratch objects.</summary>
internal static class DatabaseForm
{
    private const string Extension = "Npgsql:PostgresExtension:";

    /// <summary>What is expected, in the server's words.</summary>
    public static SchemaState Expected(SchemaState expected, SchemaState actual) => expected with
    {
        Annotations = expected.Annotations.Items.Aggregate(AnnotationSet.Empty, (set, a) => Annotation(a, actual.Annotations) is var (name, value) ? set.With(name, value) : set),
        Sequences = expected.Sequences.SetItems(expected.Sequences.Select(s => KeyValuePair.Create(s.Key, Sequence(s.Value)))),
    };

    /// <summary>What the database has, without its own collation where nobody asks for one.</summary>
    public static SchemaState Actual(SchemaState expected, SchemaState actual) => expected.Collation is null ? actual with { Collation = null } : actual;

    // An extension is asked for by name; its schema and version count where they are given.
    private static (string Name, object? Value) Annotation(KeyValuePair<string, object?> expected, AnnotationSet actual)
    {
        if (expected.Key.StartsWith(Extension, StringComparison.Ordinal))
        {
            var name = expected.Key[Extension.Length..].Split('.')[^1];
            var there = actual.Items.FirstOrDefault(a => a.Key.StartsWith(Extension, StringComparison.Ordinal) && a.Key[Extension.Length..].Split('.')[^1] == name);
            return there.Key is not null ? (there.Key, there.Value) : (expected.Key, ",,");
        }

        if (expected.Key.StartsWith("Npgsql:Range:", StringComparison.Ordinal) && expected.Value is string range && range.Split(',') is [var subtype, .. var rest])
            return (expected.Key, string.Join(',', rest.Prepend(Conversion.Plain(subtype))));
        return (expected.Key, expected.Key.StartsWith("Npgsql:CollationDefinition:", StringComparison.Ordinal) && expected.Value is string value ? value.Replace(",True", ",", StringComparison.Ordinal) : expected.Value);
    }

    private static Sequence Sequence(Sequence sequence)
    {
        var (least, most) = SequenceRange.Usual(sequence);
        return sequence with
        {
            MinValue = sequence.MinValue == least ? null : sequence.MinValue,
            MaxValue = sequence.MaxValue == most ? null : sequence.MaxValue,
        };
    }
}
