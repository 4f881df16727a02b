using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Tests.Judge;

/// <summary>In what we deviate from EF on both databases, and why.</summary>
internal static class CommonRules
{
    /// <summary>For drawn models, which find ever other statements of EF that fail.</summary>
    public static JudgeRule OfEfAlone { get; } = new(
        "what fails for EF alone is judged by what EF makes from nothing",
        "The schema after must be the same in any case; that a database gets there is more than EF does.",
        (_, d) => d is { Kind: "Refused", Object: "by EF" });

    private static readonly string[] OfRows = ["violate", "invalid input syntax", "UNIQUE constraint failed", "could not create unique index"];

    public static IReadOnlyList<JudgeRule> All { get; } =
    [
        new("renames are never guessed",
            "EF joins a column or table that goes with one that comes because they look alike; we ask, and without an answer drop and add. So values are other ones, and rows may break what refers to them or a check.",
            (v, d) => v.Decisions.Renames.Count == 0 && v.Theirs.Any(o => o is RenameTableOperation or RenameColumnOperation)
                && (IsRow(d) ? Renamed(v).Any(n => Names(d).Contains(n)) : IsRefusedByUs(d) && (d.Actual.Contains("violate", StringComparison.Ordinal) || d.Actual.Contains("CHECK constraint failed", StringComparison.Ordinal)))),
        new("a fill is no default",
            "EF gives a required column that is added, or was optional, a default for the rows that are there, and leaves it; the model has none, so that later inserts would get it silently.",
            (v, d) => d is { Kind: "Changed" } && Column(v, d) is { DefaultValue: null, DefaultValueSql: null } && d.Expected.Contains(" default ", StringComparison.Ordinal) && WithoutDefault(d.Expected) == d.Actual),
        new("rows of others stay",
            "EF deletes a seeded row before others refer to another one, and SQLite's tables before their foreign keys; a cascade then takes rows that nobody wanted to delete.",
            (v, d) => IsRow(d) && d.Object.StartsWith("rows ", StringComparison.Ordinal) && Lines(d.Expected).All(Lines(d.Actual).Contains) && v.Theirs.Any(o => o is DeleteDataOperation or DropTableOperation)),
        new("what rows do not allow nobody does",
            "A row that refers to nothing, or a text that is no number: both sides fail by the database's own error and roll back.",
            (_, d) => d is { Kind: "Refused", Object: "by both" } && OfRows.Any(t => d.Actual.Contains(t, StringComparison.Ordinal))),
        new("rows of a renamed table go before it is renamed",
            "EF deletes them by the old name, of which its generator finds no types in the model after.",
            (v, d) => IsRefusedByEf(d, "There is no entity type mapped to the table") && v.Theirs.OfType<RenameTableOperation>().Any() && v.Theirs.OfType<DeleteDataOperation>().Any()),
        new("rows are deleted in the words of the type that they have",
            "EF's generator writes the key of a row that goes as a value of the type that its column has after.",
            (v, d) => (IsRefusedByEf(d, "Unable to cast object") || IsRefusedByEf(d, "column \"k1\" does not exist") || IsRefusedByEf(d, "no such column: k1")) && v.Theirs.OfType<DeleteDataOperation>().Any()),
        new("values follow an entity that is split",
            "EF drops the columns and makes an empty table, or the other way around; an entity without a row in one of its tables is none. We copy.",
            (v, d) => IsRow(d) && d.Expected is "" or "NULL" && v.Ours.OfType<SqlOperation>().Any(o => o.Sql.Contains(SqlText.Quote(Names(d)[0]), StringComparison.Ordinal))),
        new("names of indexes can be exchanged",
            "EF renames the first index to a name that the second still has, which the database refuses.",
            (v, d) => IsRefusedByEf(d, "already exists") && v.Theirs.OfType<RenameIndexOperation>().Count() > 1),
    ];

    public static bool IsRow(SchemaDifference difference) => difference.Kind == "Row";

    public static bool IsRefusedByUs(SchemaDifference difference) => difference is { Kind: "Refused", Object: "by us" };

    public static bool IsRefusedByEf(SchemaDifference difference, string message)
        => difference is { Kind: "Refused", Object: "by EF" } && difference.Expected.Contains(message, StringComparison.OrdinalIgnoreCase);

    /// <summary>The parts of the name of what differs.</summary>
    public static string[] Names(SchemaDifference difference) => difference.Object.Split(' ', 2)[^1].Split('.');

    /// <summary>The model's column that differs.</summary>
    public static Microsoft.EntityFrameworkCore.Metadata.IColumn? Column(Verdict verdict, SchemaDifference difference)
        => difference.Object.StartsWith("column ", StringComparison.Ordinal) && Names(difference) is [.., var table, var column]
            ? verdict.Target.Tables.Where(t => t.Name == table).SelectMany(t => t.Columns).FirstOrDefault(c => c.Name == column)
            : null;

    // Old and new names: of a table all its columns differ.
    private static IEnumerable<string> Renamed(Verdict verdict)
        => verdict.Theirs.OfType<RenameTableOperation>().Select(t => t.NewName!)
            .Concat(verdict.Theirs.OfType<RenameColumnOperation>().Select(c => c.NewName))
            .Concat(verdict.Target.Tables.SelectMany(t => t.Columns).Where(c => c.ComputedColumnSql is not null).Select(c => c.Name));

    private static string WithoutDefault(string column)
    {
        var at = column.IndexOf(" default ", StringComparison.Ordinal);
        var end = new[] { " collate ", " comment ", " Npgsql:" }.Select(w => column.IndexOf(w, at + 1, StringComparison.Ordinal)).Where(i => i > 0).DefaultIfEmpty(column.Length).Min();
        return column[..at] + column[end..];
    }

    private static string[] Lines(string rows) => rows.Length == 0 ? [] : rows.Split('\n');
}
