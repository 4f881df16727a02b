using System;
using System.Collections.Generic;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Diff;

/// <summary>Finds the operations that lead from one schema to another.</summary>
public sealed class SchemaDiffer(ProviderTraits traits)
{
    /// <summary>The operations, in an order that applies to a filled database: drops with old names, renames, then everything under new names.</summary>
    /// <param name="from">The schema before.</param>
    /// <param name="to">The schema after.</param>
    /// <param name="decisions">Renames and fills.</param>
    /// <exception cref="Revisions.Errors.DbMigrateException"><c>FillRequired</c>, <c>FillInvalid</c>, <c>RenameUndecided</c>, <c>RenameInvalid</c>, <c>NotSupportedByProvider</c>.</exception>
    public DiffResult Diff(SchemaState from, SchemaState to, DiffDecisions decisions)
        => throw new NotImplementedException(traits.ToString());
}

/// <summary>What came out of a comparison.</summary>
/// <param name="Operations">In order.</param>
/// <param name="Losses">One sentence per fact that is lost; the header's <c>Destructive</c> notes.</param>
public sealed record DiffResult(IReadOnlyList<MigrationOperation> Operations, IReadOnlyList<string> Losses);

/// <summary>What a person decided.</summary>
public sealed record DiffDecisions
{
    /// <summary>Nothing decided.</summary>
    public static DiffDecisions None { get; } = new();

    /// <summary>The entries of <c>-Rename</c>.</summary>
    public IReadOnlyList<RenameDecision> Renames { get; init; } = [];

    /// <summary>The entries of <c>-Fill</c>.</summary>
    public IReadOnlyList<FillDecision> Fills { get; init; } = [];

    /// <summary>
    /// True for the way back (<c>Down</c>): what has no value is filled with the type's default value instead of
    /// asking, because the rows' own values are gone, and nothing is taken for a rename that was not decided.
    /// </summary>
    public bool IsReverse { get; init; }
}

/// <summary>One entry of <c>-Rename</c>.</summary>
/// <param name="From">The old name as the database has it.</param>
/// <param name="To">The new name; null where the object is dropped.</param>
public sealed record RenameDecision(string From, string? To);

/// <summary>One entry of <c>-Fill</c>.</summary>
/// <param name="Column"><c>table.column</c>, names after the change.</param>
/// <param name="Value">The value, invariant text or a plain object; null with <paramref name="Sql"/>, or for NULL.</param>
/// <param name="Sql">A SQL expression; null where a value is used.</param>
public sealed record FillDecision(string Column, object? Value, string? Sql);
