using System;

namespace DbMigrate.Output;

/// <summary>A revision of the migrations folder.</summary>
public sealed record MigrationRevision
{
    /// <summary>The id; the property has the name of the parameter that takes it.</summary>
    public string Revision { get; init; } = "";

    /// <summary>Ids of the revisions that it builds on.</summary>
    public string[] Parents { get; init; } = [];

    /// <summary>Ids of revisions that must be applied before it, without being parents.</summary>
    public string[] DependsOn { get; init; } = [];

    /// <summary>The branch labels that cover it.</summary>
    public string[] Labels { get; init; } = [];

    /// <summary>What it is for.</summary>
    public string Message { get; init; } = "";

    /// <summary>When it was created.</summary>
    public DateTimeOffset Created { get; init; }

    /// <summary>Full path of the script.</summary>
    public string Path { get; init; } = "";

    /// <summary>Whether nobody builds on it.</summary>
    public bool IsHead { get; init; }

    /// <summary>Whether several revisions build on it.</summary>
    public bool IsBranchPoint { get; init; }

    /// <summary>Whether it builds on several revisions.</summary>
    public bool IsMergePoint { get; init; }

    /// <summary>Whether the database stands here; null where no database was asked.</summary>
    public bool? IsCurrent { get; init; }

    /// <summary>Whether the database has it; null where no database was asked.</summary>
    public bool? IsApplied { get; init; }

    /// <summary>When it was applied; null where it is not, or where no database was asked.</summary>
    public DateTimeOffset? AppliedAt { get; init; }

    /// <summary>Who applied it; null where it is not applied, or where no database was asked.</summary>
    public string? AppliedBy { get; init; }

    /// <summary>The revisions that build on it, from <c>Get-DbMigrationBranch</c>; else null.</summary>
    public MigrationRevision[]? Children { get; init; }

    /// <summary>The lines of its row in the drawing, from <c>Get-DbMigrationHistory -Graph</c>; else null.</summary>
    public string[]? Graph { get; init; }

    /// <summary>The operations of a revision that has just been generated; else null.</summary>
    public MigrationOperation[]? Operations { get; init; }

    /// <summary>The id.</summary>
    public override string ToString() => Revision;
}
