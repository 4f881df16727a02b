using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.EntityFrameworkCore;
using static DbMigrate.Engine.Tests.EfCases.Models;

namespace DbMigrate.Engine.Tests.EfCases;

/// <summary>Case 55: sequences.</summary>
internal static class SequenceCases
{
    private const string Next = "SELECT nextval('\"S\"')";

    private static readonly Action<ModelBuilder> Long = m => m.HasSequence("S");

    private const string Add = "INSERT INTO \"T\" DEFAULT VALUES";

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
        On("type", Long, m => m.HasSequence<int>("S"), "AlterSequence S to Int32") with
        {
            Insert = [Next, Next],
            Then = [new(Next, "3")],
            Back = [new(Next, "4")],
            Deviation = "EF drops the sequence and creates it, so that it numbers from its start.",
        },
        On("type of one that a default takes its values from", Long.And(Numbered("S")), ((Action<ModelBuilder>)(m => m.HasSequence<short>("S"))).And(Numbered("S")), "AlterSequence S to Int16") with
        {
            Insert = [Add, Add],
            Then = [new(Next, "3")],
            Back = [new(Next, "4")],
            Deviation = "EF drops the sequence, which the server refuses.",
        },
        On("rename", Long.And(Numbered("S")), ((Action<ModelBuilder>)(m => m.HasSequence("R"))).And(Numbered("R")), "RenameSequence S R") with
        {
            Decisions = Rename(("S", "R")),
            Asks = "-Rename @{ 'S' = 'R' }",
            Insert = [Add, Add],
            Then = [new("SELECT nextval('\"R\"')", "3")],
            Back = [new(Next, "4")],
            Deviation = "EF never takes a sequence with another name for the same: it drops and creates.",
        },
        On("move", Long.And(Numbered("S")), ((Action<ModelBuilder>)(m => m.HasSequence("S", "s"))).And(Numbered("s.S")), "EnsureSchema s", "RenameSequence S s.S") with
        {
            Decisions = Rename(("S", "s.S")),
            Asks = "-Rename @{ 'S' = 's.S' }",
            Insert = [Add, Add],
            Then = [new("SELECT nextval('s.\"S\"')", "3")],
            Back = [new(Next, "4")],
            Deviation = "EF takes it for the same without asking.",
        },
        On("rename, other settings and type", Long, m => m.HasSequence<int>("R", "s").StartsAt(1).IncrementsBy(5).HasMax(50), "EnsureSchema s", "RenameSequence S s.R", "AlterSequence s.R to Int32") with
        {
            Decisions = Rename(("S", "s.R")),
            Insert = [Next, Next],
            Then = [new("SELECT nextval('s.\"R\"')", "7")],
            Back = [new(Next, "8")],
        },
        On("rename, not told", Long, m => m.HasSequence("R"), "CreateSequence R", "DropSequence S") with { Decisions = Rename(("S", null)) },
        On("drop", Long, Db(), "DropSequence S"),
    ];

    private static Action<ModelBuilder> Numbered(string sequence)
        => Db(T(e => e.Property<long>("N").HasDefaultValueSql($"nextval('{string.Join(".", sequence.Split('.').Select(p => p == "s" ? p : $"\"{p}\""))}')")));

    private static ModelCase On(string what, Action<ModelBuilder> before, Action<ModelBuilder> after, params string[] operations)
        => new("55 " + what, before, after, operations) { On = Databases.Postgres };
}
