using System.Collections.Generic;

namespace DbMigrate.Engine.Merge;

/// <summary>Why lines of revisions cannot be joined.</summary>
/// <param name="Kind">What sort of conflict it is.</param>
/// <param name="Object">What it is about, for example <c>column Customers.Name</c>.</param>
/// <param name="Changes">What the revisions involved do.</param>
internal sealed record MergeConflict(ConflictKind Kind, string Object, IReadOnlyList<MergeChange> Changes)
{
    /// <summary>Whether it counts although both orders run: nothing of it can be seen in an empty database.</summary>
    public bool IsHidden { get; init; }

    /// <summary>The conflict in words, after the object's name.</summary>
    public string Text => Kind switch
    {
        ConflictKind.BothCreate => "both create it",
        ConflictKind.BothChange => "both change it, to different ends",
        ConflictKind.BothRemove => "both drop or rename it",
        ConflictKind.RemoveAndChange => "one drops or renames what the other changes",
        ConflictKind.RemoveAndUse => "one drops or renames what the other needs",
        ConflictKind.DependencyMissing => "it does not say what it depends on",
        _ => "the order in which the revisions are applied matters",
    };
}

/// <summary>What a revision does to something.</summary>
/// <param name="Step">The revision.</param>
/// <param name="Text">What it does, after the revision's name in a sentence.</param>
internal sealed record MergeChange(MergeStep Step, string Text);

/// <summary>Sorts of conflicts.</summary>
internal enum ConflictKind
{
    /// <summary>Both create it, so that the second fails.</summary>
    BothCreate,

    /// <summary>Both change it, to different ends.</summary>
    BothChange,

    /// <summary>Both drop or rename it, so that the second fails.</summary>
    BothRemove,

    /// <summary>One drops or renames what the other changes.</summary>
    RemoveAndChange,

    /// <summary>One drops or renames what something new of the other needs.</summary>
    RemoveAndUse,

    /// <summary>One works only after the other, and does not say so.</summary>
    DependencyMissing,

    /// <summary>The lines work in one order and not in another, or lead to different schemas.</summary>
    OrderMatters,
}
