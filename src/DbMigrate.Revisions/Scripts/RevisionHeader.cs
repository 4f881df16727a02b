using System;
using System.Collections.Generic;

namespace DbMigrate.Revisions.Scripts;

/// <summary>The comment lines at the top of a revision script; all that the graph knows of it.</summary>
public sealed record RevisionHeader
{
    /// <summary>The revision's id.</summary>
    public string Id { get; init; } = "";

    /// <summary>Ids of the revisions that it builds on: none for a base, several for a merge.</summary>
    public IReadOnlyList<string> Parents { get; init; } = [];

    /// <summary>Branch labels given to this revision.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Ids or labels of revisions that must be applied before, without being parents.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    /// <summary>What it is for; may be empty, never has line breaks.</summary>
    public string Message { get; init; } = "";

    /// <summary>When it was created.</summary>
    public DateTimeOffset Created { get; init; }

    /// <summary>EF Core's version when it was generated; empty for scripts written by hand.</summary>
    public string EfCore { get; init; } = "";

    /// <summary>The provider's package name and version, for example <c>Microsoft.EntityFrameworkCore.Sqlite 10.0.15</c>.</summary>
    public string Provider { get; init; } = "";

    /// <summary>What its operations lose, one note per fact; empty where nothing is lost.</summary>
    public IReadOnlyList<string> Destructive { get; init; } = [];
}
