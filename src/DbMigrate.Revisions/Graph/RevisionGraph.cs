using System;
using System.Collections.Generic;
using DbMigrate.Revisions.Scripts;

namespace DbMigrate.Revisions.Graph;

/// <summary>The revisions of a folder and how they build on each other. Immutable; made from headers alone.</summary>
public sealed class RevisionGraph
{
    private RevisionGraph() => throw new NotImplementedException();

    /// <summary>Builds the graph.</summary>
    /// <param name="scripts">The scripts, in file order; it decides between equal orders.</param>
    /// <exception cref="Errors.DbMigrateException"><c>RevisionDuplicate</c>, <c>RevisionParentMissing</c>, <c>RevisionCycle</c>, <c>LabelInvalid</c>.</exception>
    public static RevisionGraph Build(IReadOnlyList<RevisionScript> scripts) => throw new NotImplementedException();

    /// <summary>All revisions, parents and dependencies first, a branch finished before the next.</summary>
    public IReadOnlyList<Revision> Ordered => throw new NotImplementedException();

    /// <summary>Ids that nobody builds on, sorted by their place in <see cref="Ordered"/>.</summary>
    public IReadOnlyList<string> Heads => throw new NotImplementedException();

    /// <summary>Ids without parents.</summary>
    public IReadOnlyList<string> Bases => throw new NotImplementedException();

    /// <summary>The revision with exactly this id, or null.</summary>
    /// <param name="id">The id, regardless of case.</param>
    public Revision? Find(string id) => throw new NotImplementedException();

    /// <summary>The ids and all that they build on or depend on, parents first.</summary>
    /// <param name="ids">Existing ids.</param>
    public IReadOnlyList<string> AncestorsAndSelf(IEnumerable<string> ids) => throw new NotImplementedException();

    /// <summary>The ids and all that build or depend on them, parents first.</summary>
    /// <param name="ids">Existing ids.</param>
    public IReadOnlyList<string> DescendantsAndSelf(IEnumerable<string> ids) => throw new NotImplementedException();

    /// <summary>The members of an applied set that nothing else in the set builds or depends on.</summary>
    /// <param name="applied">Applied ids; unknown ones are ignored.</param>
    public IReadOnlyList<string> EffectiveHeads(IEnumerable<string> applied) => throw new NotImplementedException();
}
