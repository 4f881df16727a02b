using System;
using DbMigrate.Engine.Diff;
using Microsoft.EntityFrameworkCore;

namespace DbMigrate.Engine.Tests.EfCases;

/// <summary>A change of a model, and what a careful person would write for it.</summary>
/// <param name="Name">Its number in the reference and what it is about.</param>
/// <param name="A">The model before.</param>
/// <param name="B">The model after.</param>
/// <param name="Operations">The operations, one a line.</param>
internal sealed record ModelCase(string Name, Action<ModelBuilder> A, Action<ModelBuilder> B, params string[] Operations)
{
    /// <summary>The databases that it is about.</summary>
    public Databases On { get; init; } = Databases.Both;

    /// <summary>The operations on SQLite where they are others there.</summary>
    public string[]? OnSqlite { get; init; }

    /// <summary>Whether it says only what is there in the end: the operations are a matter of other tests.</summary>
    public bool HasAnyOperations { get; init; }

    /// <summary>Models between the two: the operations of all steps run as one batch.</summary>
    public Action<ModelBuilder>[] Via { get; init; } = [];

    public DiffDecisions Decisions { get; init; } = DiffDecisions.None;

    /// <summary>Which of several steps the decisions are about.</summary>
    public int DecidedAt { get; init; }

    /// <summary>Tables that <see cref="Insert"/> makes: no revision has them, so that they show as unexpected.</summary>
    public string[] Others { get; init; } = [];

    /// <summary>What is asked for where nothing was decided: a part of the answer to paste.</summary>
    public string? Asks { get; init; }

    /// <summary>Why this is not what the peer does.</summary>
    public string? Deviation { get; init; }

    /// <summary>The statements that fill the first schema; without them every table gets plausible rows.</summary>
    public string[]? Insert { get; init; }

    /// <summary>How many plausible rows each table gets; one where what is undone fills alike what is unique.</summary>
    public int Rows { get; init; } = 3;

    /// <summary>What is there after the change.</summary>
    public Found[] Then { get; init; } = [];

    /// <summary>What is there when it was undone.</summary>
    public Found[] Back { get; init; } = [];

    /// <summary>A part of the error where the change is refused.</summary>
    public string? Refused { get; init; }

    /// <summary>A part of the error where the rows stand against the change, which then leaves nothing behind.</summary>
    public string? Fails { get; init; }

    public string[] ExpectedOn(Databases database) => database == Databases.Sqlite ? OnSqlite ?? Operations : Operations;
}

/// <summary>Rows that a query finds, values joined by a bar.</summary>
internal sealed record Found(string Query, params string[] Expected)
{
    public Databases On { get; init; } = Databases.Both;
}

[Flags]
internal enum Databases
{
    Sqlite = 1,
    Postgres = 2,
    Both = Sqlite | Postgres,
}
