using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore;
using static DbMigrate.Engine.Tests.EfCases.Models;

namespace DbMigrate.Engine.Tests.EfCases;

/// <summary>Case 55: sequences.</summary>
internal static class SequenceCases
{
    private const string Next = "SELECT nextval('\"S\"')";

    private static readonly Action<ModelBuilder> Long = m => m.HasSequence("S");

    public static IReadOnlyList<ModelCase> All { get; } =
    [
        new("55 SQLite has none", Db(), Long) { On = Databases.Sqlite, Refused = "sequence S" },
        On("create", Db(), Long, "CreateSequence S") with { Then = [new(Next, "1")] },
        On("create of int", Db(), m => m.HasSequence<int>("S"), "CreateSequence S"),
        On("create of short", Db(), m => m.HasSequence<short>("S"), "CreateSequence S"),
        On("create with all settings", Db(), m => m.HasSequence<int>("S", "s").StartsAt(3).IncrementsBy(2).HasMin(1).HasMax(9).IsCyclic(), "EnsureSchema s", "CreateSequence s.S") with
        {
            Then = [new("SELECT nextval('s.\"S\"'), nextval('s.\"S\"'), nextval('s.\"S\"'), nextval('s.\"S\"'), nextval('s.\"S\"')", "3|5|7|9|1")],
        },
        On("step", Long, m => m.HasSequence("S").IncrementsBy(5), "AlterSequence S") with { Insert = [Next], Then = [new(Next, "6")] },
        On("smallest and largest", Long, m => m.HasSequence("S").HasMin(-5).HasMax(50), "AlterSequence S"),
        On("cycle", Long, m => m.HasSequence("S").IsCyclic(), "AlterSequence S"),
        On("restart", Long, m => m.HasSequence("S").StartsAt(10), "RestartSequence S 10") with { Insert = [Next], Then = [new(Next, "10")] },
        On("alter and restart", Long, m => m.HasSequence("S").StartsAt(10).IncrementsBy(5), "AlterSequence S", "RestartSequence S 10") with { Then = [new("SELECT nextval('\"S\"'), nextval('\"S\"')", "10|15")] },
        On("type", Long, m => m.HasSequence<int>("S"), "DropSequence S", "CreateSequence S"),
        On("drop", Long, Db(), "DropSequence S"),
    ];

    private static ModelCase On(string what, Action<ModelBuilder> before, Action<ModelBuilder> after, params string[] operations)
        => new("55 " + what, before, after, operations) { On = Databases.Postgres };
}
