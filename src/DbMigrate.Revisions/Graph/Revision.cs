using System.Collections.Generic;
using DbMigrate.Revisions.Scripts;

namespace DbMigrate.Revisions.Graph;

/// <summary>A node of the graph.</summary>
public sealed record Revision
{
    /// <summary>The script.</summary>
    public required RevisionScript Script { get; init; }

    /// <summary>The id.</summary>
    public string Id => Script.Header.Id;

    /// <summary>What the header says.</summary>
    public RevisionHeader Header => Script.Header;

    /// <summary>Ids of the revisions it builds on, spelled as those spell them.</summary>
    public required IReadOnlyList<string> Parents { get; init; }

    /// <summary>Ids of the revisions that must be applied before it, labels resolved.</summary>
    public required IReadOnlyList<string> DependsOn { get; init; }

    /// <summary>Ids of the revisions that build on it, in the order of <see cref="RevisionGraph.Ordered"/>.</summary>
    public required IReadOnlyList<string> Children { get; init; }

    /// <summary>Every label that covers it, its own and its branch's.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>Whether nobody builds on it.</summary>
    public bool IsHead => Children.Count == 0;

    /// <summary>Whether several build on it.</summary>
    public bool IsBranchPoint => Children.Count > 1;

    /// <summary>Whether it builds on several.</summary>
    public bool IsMergePoint => Parents.Count > 1;
}
