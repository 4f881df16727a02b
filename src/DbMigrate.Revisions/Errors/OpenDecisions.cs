using System.Collections.Generic;

namespace DbMigrate.Revisions.Errors;

/// <summary>What only a person can decide. An error that has it may be asked about instead.</summary>
public sealed record OpenDecisions
{
    /// <summary>Logical name of the database in a multi-database folder; empty elsewhere.</summary>
    public string Database { get; init; } = "";

    /// <summary>What may have been renamed.</summary>
    public IReadOnlyList<OpenRename> Renames { get; init; } = [];

    /// <summary>The columns that the rows which are there need a value in.</summary>
    public IReadOnlyList<OpenFill> Fills { get; init; } = [];

    /// <summary>The key of <c>-Rename</c> or <c>-Fill</c> for a name.</summary>
    /// <param name="name">The name, as in the decision.</param>
    public string Key(string name) => Database.Length == 0 ? name : Database + ":" + name;

    /// <summary>What to do where a column that comes is one that goes, under a new name; empty where none is like it.</summary>
    /// <param name="fill">The column that comes.</param>
    public string Advice(OpenFill fill)
        => fill.Gone.Length == 0 ? "" : $" {fill.Gone}, which goes, is of the same type: if {fill.Name} is its new name, pass -Rename {PasteReady.Table([(Key(fill.Gone), fill.Name)])} instead.";
}

/// <summary>A table, column or sequence that is gone, and those that it may have become.</summary>
/// <param name="Name">The old name, with brackets where a part has a dot.</param>
/// <param name="Kind">What it is: <c>table</c>, <c>column</c> or <c>sequence</c>.</param>
/// <param name="Facts">What it was, for people.</param>
/// <param name="Choices">What it may have become, the strongest evidence first; one at least.</param>
public sealed record OpenRename(string Name, string Kind, string Facts, IReadOnlyList<RenameChoice> Choices);

/// <summary>What it may have become.</summary>
/// <param name="To">The new name, as <c>-Rename</c> takes it.</param>
/// <param name="Name">The new name in full, which two old names cannot both become.</param>
/// <param name="Facts">What it is, for people.</param>
/// <param name="Score">How strong the evidence is.</param>
/// <param name="Evidence">The evidence, for people.</param>
public sealed record RenameChoice(string To, string Name, string Facts, int Score, string Evidence);

/// <summary>A column that rows need a value in.</summary>
/// <param name="Name">The column after the change, with its table.</param>
/// <param name="Facts">What it is, for people.</param>
/// <param name="Example">A value of its type as one types it in PowerShell.</param>
public sealed record OpenFill(string Name, string Facts, string Example)
{
    /// <summary>The key of <c>-Rename</c> for a column of its type that the table loses; empty where there is none.</summary>
    public string Gone { get; init; } = "";
}
