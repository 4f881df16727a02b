using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using static DbMigrate.Engine.Tests.EfCases.Models;

namespace DbMigrate.Engine.Tests.EfCases;

/// <summary>Case 49: indexes.</summary>
internal static class IndexCases
{
    private static readonly Action<IndexBuilder> Nothing = _ => { };
    private static readonly Action<ModelBuilder> None = Db(T(e => { e.Text("A"); e.Number("B"); }));

    public static IReadOnlyList<ModelCase> All { get; } =
    [
        new("49 create", None, With(Nothing, "A"), "CreateIndex IX"),
        new("49 create unique", None, With(i => i.IsUnique(), "A"), "CreateIndex IX"),
        new("49 create composite", None, With(Nothing, "B", "A"), "CreateIndex IX"),
        new("49 create descending", None, With(i => i.IsDescending(), "A", "B"), "CreateIndex IX"),
        new("49 create mixed", None, With(i => i.IsDescending(false, true), "A", "B"), "CreateIndex IX"),
        new("49 create filtered", None, With(i => i.HasFilter("\"B\" > 0"), "A"), "CreateIndex IX"),
        new("49 create unique and filtered", None, With(i => i.IsUnique().HasFilter("\"B\" > 0"), "A"), "CreateIndex IX"),
        new("49 drop", With(Nothing, "A"), None, "DropIndex IX"),
        new("49 make unique", With(Nothing, "A"), With(i => i.IsUnique(), "A"), "DropIndex IX", "CreateIndex IX"),
        new("49 make unique what is not", With(Nothing, "A"), With(i => i.IsUnique(), "A"), "DropIndex IX", "CreateIndex IX")
        {
            Insert = ["INSERT INTO \"T\" (\"Id\", \"A\") VALUES (1, 'a'), (2, 'a')"],
            Fails = "SqliteException",
            On = Databases.Sqlite,
        },
        new("49 make unique what is not on a server", With(Nothing, "A"), With(i => i.IsUnique(), "A"), "DropIndex IX", "CreateIndex IX")
        {
            Insert = ["INSERT INTO \"T\" (\"Id\", \"A\") VALUES (1, 'a'), (2, 'a')"],
            Fails = "could not create unique index \"IX\"",
            On = Databases.Postgres,
        },
        new("49 sort the other way", With(Nothing, "A", "B"), With(i => i.IsDescending(true, false), "A", "B"), "DropIndex IX", "CreateIndex IX"),
        new("49 all ascending is nothing", With(Nothing, "A", "B"), With(i => i.IsDescending(false, false), "A", "B")),
        new("49 other columns", With(Nothing, "A"), With(Nothing, "A", "B"), "DropIndex IX", "CreateIndex IX"),
        new("49 other filter", With(i => i.HasFilter("\"B\" > 0"), "A"), With(i => i.HasFilter("\"B\" > 1"), "A"), "DropIndex IX", "CreateIndex IX"),
        new("49 rename", With(Nothing, "A"), With(i => i.HasDatabaseName("Other"), "A"), "RenameIndex IX Other"),
        new("49 rename a unique one with filter and order", With(i => i.IsUnique().HasFilter("\"B\" > 0").IsDescending(), "A"), With(i => i.IsUnique().HasFilter("\"B\" > 0").IsDescending().HasDatabaseName("Other"), "A"), "RenameIndex IX Other"),
        new("49 rename by the case of a letter", With(i => i.HasDatabaseName("Foo"), "A"), With(i => i.HasDatabaseName("foo"), "A"), "RenameIndex Foo foo"),
    ];

    private static Action<ModelBuilder> With(Action<IndexBuilder> describe, params string[] columns) => Db(T(e =>
    {
        e.Text("A");
        e.Number("B");
        describe(e.HasIndex(columns, "IX"));
    }));
}
