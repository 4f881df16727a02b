using System.Collections.Generic;
using DbMigrate.Engine.Apply;
using DbMigrate.Engine.Providers;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Engine.Offline;

/// <summary>How revisions are written as text for the database's own client; one subclass per provider.</summary>
internal abstract class ClientScript(HistoryStore history)
{
    public HistoryStore History => history;

    /// <summary>The lines at the top, which make the client stop at the first error and its session be like that of a run.</summary>
    public abstract string FirstLines { get; }

    /// <summary>Says that parts will have <see cref="ScriptPart.OnlyIf"/>.</summary>
    /// <exception cref="DbMigrateException"><c>IdempotentNotSupported</c>.</exception>
    public abstract void RequireIdempotent();

    /// <summary>A part as text, its transaction included.</summary>
    public abstract string Write(ScriptPart part);
}

/// <summary>What belongs together in a script: one revision, or a stamp.</summary>
/// <param name="Title">What it does, for the comment above.</param>
/// <param name="Script">The statements of the revision; empty for a stamp.</param>
internal sealed record ScriptPart(string Title, SqlScript Script)
{
    /// <summary>Statements that make our tables; empty where they are there.</summary>
    public IReadOnlyList<string> Create { get; init; } = [];

    /// <summary>The part is left out where this is not so when it runs; null where it always runs.</summary>
    public RowCheck? OnlyIf { get; init; }

    /// <summary>What must be so before.</summary>
    public IReadOnlyList<RowCheck> Checks { get; init; } = [];

    /// <summary>Statements that record what was done.</summary>
    public IReadOnlyList<string> Records { get; init; } = [];
}
