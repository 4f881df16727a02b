using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using static DbMigrate.Engine.Tests.Judge.CommonRules;

namespace DbMigrate.Engine.Tests.Judge;

/// <summary>In what we deviate from EF on PostgreSQL, and why.</summary>
internal static class PostgresRules
{
    public static IReadOnlyList<JudgeRule> All { get; } =
    [
        .. CommonRules.All,
        new("line ends are LF",
            "EF writes the line ends of comments as the author's system has them, so that the same model makes two schemas.",
            (_, d) => d is { Kind: "Changed" } && d.Expected.Contains('\r') && d.Expected.Replace("\r\n", "\n") == d.Actual),
        new("an empty schema goes",
            "EF creates schemas and never drops one. We drop what a revision created and nothing needs; the server refuses where something is left in it.",
            (v, d) => d is { Kind: "Missing" } && d.Object.StartsWith("schema ", StringComparison.Ordinal) && v.Ours.OfType<DropSchemaOperation>().Any(o => o.Name == Names(d)[0])),
        new("an extension goes",
            "The provider creates extensions and never drops one.",
            (v, d) => d is { Kind: "Changed", Object: "database", Actual: "none" } && d.Expected.Split(", Npgsql:").All(e => e.Contains("PostgresExtension:", StringComparison.Ordinal)) && v.Ours.OfType<AlterDatabaseOperation>().Any()),
        new("a move back to the default schema moves",
            "The provider writes no statement for a rename to no schema, so that everything stays where it was and what follows fails.",
            (v, d) => v.Theirs.Any(IsMoveBack) && (IsRefusedByEf(d, "does not exist") || d.Kind is "Missing" or "Unexpected" || d.Object.StartsWith("foreign key ", StringComparison.Ordinal))),
        new("a computed column that becomes ordinary keeps its values",
            "The provider drops it and adds an empty one.",
            (v, d) => IsRow(d) && d.Expected == "NULL" && v.Theirs.OfType<AlterColumnOperation>().Any(a => a.Name == Names(d)[^1] && a.OldColumn.ComputedColumnSql is not null && a.ComputedColumnSql is null)),
        new("types are converted",
            "The provider changes a type without saying how values are converted, which the server refuses where it has no cast of its own.",
            (v, d) => IsRefusedByEf(d, "cannot be cast automatically") && v.Theirs.OfType<AlterColumnOperation>().Any()),
        new("an identity becomes serial",
            "The provider refuses it, so that the way from serial to identity could not be undone.",
            (v, d) => IsRefusedByEf(d, "Migrating from identity to serial") && v.Theirs.OfType<AlterColumnOperation>().Any()),
        new("a required list is filled",
            "EF has no value for the rows when a list is added that the database stores as an array.",
            (v, d) => IsRefusedByEf(d, "contains null values") && v.Theirs.OfType<AddColumnOperation>().Any(a => a.ColumnType?.EndsWith("[]", StringComparison.Ordinal) == true)),
        new("a key is renamed under its foreign keys",
            "EF drops the key while foreign keys depend on it, which the server refuses.",
            (v, d) => IsRefusedByEf(d, "other objects depend on it") && v.Theirs.OfType<DropPrimaryKeyOperation>().Any()),
        new("the collation that a database has can be asked for",
            "The provider refuses every collation of a database; one that it has already is no change.",
            (v, d) => IsRefusedByEf(d, "collation") && v.Theirs.OfType<AlterDatabaseOperation>().Any()),
        new("what the provider has no statement for is refused",
            "A range of another subtype would have to be made again under the columns that use it. Both sides say so.",
            (_, d) => d is { Kind: "Refused", Object: "by both" } && d.Expected.Contains("supported", StringComparison.Ordinal) && d.Actual.Contains(d.Expected, StringComparison.Ordinal)),
        new("the start of an identity column is schema",
            "The provider restarts the numbering and leaves the start that the catalog has, so that a later restart goes back to the old one.",
            (v, d) => d is { Kind: "Changed" } && d.Expected.Contains(Options, StringComparison.Ordinal) && WithoutStart(d.Expected) == WithoutStart(d.Actual) && v.Theirs.OfType<AlterColumnOperation>().Any(a => a.Name == Names(d)[^1])),
        new("types are where columns look for them",
            "The provider creates types in the model's default schema, and names them in columns without it, so that its own table fails unless the connection's search path begins with that schema.",
            (v, d) => d is { Kind: "Changed", Object: "database" } && v.Target.Model.GetDefaultSchema() is { } schema && d.Expected.Replace(schema + ".", "", StringComparison.Ordinal) == d.Actual),
        new("a value of an enum goes",
            "The provider refuses; we make the type again.",
            (v, d) => IsRefusedByEf(d, "Can't remove enum label") && v.Ours.OfType<AlterDatabaseOperation>().Any()),
    ];

    private const string Options = "Npgsql:IdentitySequenceOptions = ''";

    // The start is the first of the options.
    private static string WithoutStart(string column)
    {
        var at = column.IndexOf(Options, StringComparison.Ordinal) + Options.Length;
        return column[..at] + column[column.IndexOf('\'', at)..];
    }

    private static bool IsMoveBack(MigrationOperation operation)
        => operation is RenameTableOperation { Schema: not null, NewSchema: null } or RenameSequenceOperation { Schema: not null, NewSchema: null };
}
