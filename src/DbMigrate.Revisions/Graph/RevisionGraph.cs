using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Revisions.Scripts;

namespace DbMigrate.Revisions.Graph;

/// <summary>The revisions of a folder and how they build on each other. Immutable; made from headers alone.</summary>
public sealed class RevisionGraph
{
    private readonly Dictionary<string, int> _places;
    private readonly Dictionary<string, string> _labels;
    private readonly RevisionEdges _edges;

    internal RevisionGraph(IReadOnlyList<Revision> ordered, Dictionary<string, string> labels, RevisionEdges edges)
    {
        Ordered = ordered;
        _labels = labels;
        _edges = edges;
        _places = new Dictionary<string, int>(ordered.Count, StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < ordered.Count; i++)
            _places.Add(ordered[i].Id, i);
        Heads = [.. ordered.Where(r => r.IsHead).Select(r => r.Id)];
        Bases = [.. ordered.Where(r => r.Parents.Count == 0).Select(r => r.Id)];
    }

    /// <summary>Builds the graph.</summary>
    /// <param name="scripts">The scripts, in file order; it decides between equal orders.</param>
    /// <exception cref="Errors.DbMigrateException"><c>RevisionDuplicate</c>, <c>RevisionParentMissing</c>, <c>RevisionCycle</c>, <c>LabelInvalid</c>.</exception>
    public static RevisionGraph Build(IReadOnlyList<RevisionScript> scripts) => GraphBuilder.Build(scripts);

    /// <summary>All revisions, parents and dependencies first, a branch finished before the next.</summary>
    public IReadOnlyList<Revision> Ordered { get; }

    /// <summary>Ids that nobody builds on, sorted by their place in <see cref="Ordered"/>.</summary>
    public IReadOnlyList<string> Heads { get; }

    /// <summary>Ids without parents.</summary>
    public IReadOnlyList<string> Bases { get; }

    /// <summary>Every label with the id of the revision that carries it, sorted by label.</summary>
    public IEnumerable<KeyValuePair<string, string>> Labels => _labels.OrderBy(l => l.Key, StringComparer.OrdinalIgnoreCase);

    /// <summary>The revision with exactly this id, or null.</summary>
    /// <param name="id">The id, regardless of case.</param>
    public Revision? Find(string id) => _places.TryGetValue(id, out var place) ? Ordered[place] : null;

    /// <summary>The revision that carries a label, or null.</summary>
    /// <param name="label">The label, regardless of case.</param>
    public Revision? FindLabelled(string label) => _labels.TryGetValue(label, out var id) ? Find(id) : null;

    /// <summary>The ids and all that they build on or depend on, parents first.</summary>
    /// <param name="ids">Existing ids.</param>
    public IReadOnlyList<string> AncestorsAndSelf(IEnumerable<string> ids) => Ids(_edges.Reach(Places(ids), up: false, dependencies: true));

    /// <summary>The ids and all that they build on, parents first.</summary>
    internal IReadOnlyList<string> AncestorsAndSelf(IEnumerable<string> ids, bool dependencies) => Ids(_edges.Reach(Places(ids), up: false, dependencies));

    /// <summary>The ids and all that build or depend on them, parents first.</summary>
    /// <param name="ids">Existing ids.</param>
    public IReadOnlyList<string> DescendantsAndSelf(IEnumerable<string> ids) => Ids(_edges.Reach(Places(ids), up: true, dependencies: true));

    /// <summary>The members of an applied set that nothing else in the set builds or depends on.</summary>
    /// <param name="applied">Applied ids; unknown ones are ignored.</param>
    public IReadOnlyList<string> EffectiveHeads(IEnumerable<string> applied) => Tips(applied, dependencies: true);

    /// <summary>The ids of a set that nothing else in the set builds on, nor depends on where dependencies count.</summary>
    internal IReadOnlyList<string> Tips(IEnumerable<string> ids, bool dependencies)
    {
        var members = Places(ids.Where(_places.ContainsKey));
        var below = _edges.Reach(members.SelectMany(m => _edges.Below(m, dependencies)), up: false, dependencies);
        var isMember = new bool[Ordered.Count];
        foreach (var member in members)
            isMember[member] = true;
        return [.. Ordered.Where((_, place) => isMember[place] && !below[place]).Select(r => r.Id)];
    }

    /// <summary>The ids on the line of a revision: itself, its ancestors and its descendants, by parents alone.</summary>
    internal HashSet<string> Lineage(string id)
    {
        int[] start = [_places[id]];
        var line = new HashSet<string>(Ids(_edges.Reach(start, up: false, dependencies: false)), StringComparer.OrdinalIgnoreCase);
        line.UnionWith(Ids(_edges.Reach(start, up: true, dependencies: false)));
        return line;
    }

    private int[] Places(IEnumerable<string> ids) => [.. ids.Select(id => _places[id])];

    private IReadOnlyList<string> Ids(bool[] reached) => [.. Ordered.Where((_, place) => reached[place]).Select(r => r.Id)];
}
