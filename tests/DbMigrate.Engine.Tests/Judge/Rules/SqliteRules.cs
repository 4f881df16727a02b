using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using static DbMigrate.Engine.Tests.Judge.CommonRules;

namespace DbMigrate.Engine.Tests.Judge;

/// <summary>In what we deviate from EF on SQLite, and why.</summary>
internal static class SqliteRules
{
    public static IReadOnlyList<JudgeRule> All { get; } =
    [
        .. CommonRules.All,
        new("computed columns have types",
            "EF's generator writes neither type nor NOT NULL of a computed column, so that its values have no affinity: 1 where the model's text is '1'.",
            (v, d) => Column(v, d) is { ComputedColumnSql: not null } && d.Expected.StartsWith(" null as ", StringComparison.Ordinal) && d.Actual.EndsWith(d.Expected[" null".Length..], StringComparison.Ordinal)
                || IsRow(d) && IsComputed(v, d) && d.Expected.Trim('\'') == d.Actual.Trim('\'')),
        new("what ALTER TABLE cannot add is added by a rebuild",
            "SQLite adds no column that is stored or has a default which is no constant; EF's statement fails.",
            (_, d) => IsRefusedByEf(d, "cannot add a ")),
        new("a cycle of foreign keys is cut",
            "EF drops a foreign key of a table that it drops, for which its SQLite generator has no statement.",
            (v, d) => IsRefusedByEf(d, nameof(DropForeignKeyOperation)) && v.Theirs.OfType<DropTableOperation>().Any()),
        new("a key is there before what refers to it",
            "EF rebuilds the table with the new foreign key before the one with the new key.",
            (v, d) => IsRefusedByEf(d, "foreign key mismatch") && v.Theirs.Any(o => o is AddUniqueConstraintOperation or AddPrimaryKeyOperation)),
        new("rows are inserted where the table is as it will be",
            "EF rebuilds a table after all rows are inserted, which must do with the columns and constraints of before.",
            (v, d) => IsRefusedByEf(d, "constraint failed") && v.Theirs.OfType<InsertDataOperation>().Any() && v.Theirs.OfType<DropColumnOperation>().Any()),
        new("a new integer key numbers the rows",
            "EF fills it with 0, which fails for the second row; SQLite numbers rows by itself.",
            (v, d) => IsRow(d) && d.Expected == "0" && v.Theirs.OfType<AddPrimaryKeyOperation>().Any(k => k.Columns.Contains(Names(d)[^1]))),
        new("a row's number does not give way",
            "Where a table gets a key that numbers its rows, EF's rebuild numbers all of them, the seeded ones too, which are no longer the model's then. We number those that are there, and a seeded row whose number is taken is the database's error.",
            (v, d) => IsRefusedByUs(d) && d.Actual.Contains("UNIQUE constraint failed", StringComparison.Ordinal) && v.Theirs.OfType<AddPrimaryKeyOperation>().Any() && v.Theirs.OfType<InsertDataOperation>().Any()),
        new("SQLite does not say that a text is JSON",
            "EF's differ has the model and fills a new list with [], an object with {}. Our way back has the schema alone; the way there asks for the value.",
            (v, d) => IsRow(d) && d is { Expected: "'[]'" or "'{}'", Actual: "''" } && v.Ours.OfType<AddColumnOperation>().Any(a => a.Name == Names(d)[^1])),
    ];

    private static bool IsComputed(Verdict verdict, SchemaDifference difference)
        => Names(difference) is [.., var table, var column] && verdict.Target.Tables.Any(t => t.Name == table && t.Columns.Any(c => c.Name == column && c.ComputedColumnSql is not null));
}
