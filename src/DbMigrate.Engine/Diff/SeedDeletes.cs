using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Diff;

/// <summary>
/// When the seeded rows that go are deleted. Most are before columns go, table by table. At the end are those that a row
/// refers to until it changes, or until it goes itself, later or at the end: deleting them at once would be forbidden, or take
/// the others along.
/// </summary>
internal sealed class SeedDeletes
{
    private readonly IReadOnlyList<SeedChanges> _changes;
    private readonly SeedReferences _references;
    private readonly Dictionary<SeedRow, SeedChanges> _deleted = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<SeedRow> _late = new(ReferenceEqualityComparer.Instance);

    /// <summary>Finds the rows.</summary>
    /// <param name="changes">The tables, those that refer to others first, as their rows are deleted.</param>
    /// <param name="references">The references before.</param>
    public SeedDeletes(IReadOnlyList<SeedChanges> changes, SeedReferences references)
    {
        (_changes, _references) = (changes, references);
        foreach (var change in changes)
        {
            foreach (var row in change.Deleted)
                _deleted.Add(row, change);
        }

        var later = _deleted.Keys.ToHashSet<SeedRow>(ReferenceEqualityComparer.Instance);
        foreach (var change in changes)
        {
            later.ExceptWith(change.Deleted);
            foreach (var row in change.Deleted.Where(r => references.Dependents(r).Any(later.Contains)))
                Wait(row);
            foreach (var row in change.Kept.SelectMany(references.Principals))
                Wait(row);
        }
    }

    /// <summary>The rows of a table that are deleted before columns go, in order.</summary>
    public IReadOnlyList<SeedRow> Early(SeedChanges changes) => Sort([.. changes.Deleted.Reverse().Where(r => !_late.Contains(r))]);

    /// <summary>The rows that are deleted at the end, in order.</summary>
    public IEnumerable<(SeedChanges Changes, SeedRow Row)> Late => Sort([.. _changes.SelectMany(c => c.Deleted.Reverse()).Where(_late.Contains)]).Select(r => (_deleted[r], r));

    private void Wait(SeedRow row)
    {
        var open = new Stack<SeedRow>([row]);
        while (open.TryPop(out var next))
        {
            if (!_deleted.TryGetValue(next, out var changes) || changes.LateKey.Count == 0 || !_late.Add(next))
                continue;
            foreach (var principal in _references.Principals(next))
                open.Push(principal);
        }
    }

    private List<SeedRow> Sort(List<SeedRow> rows) => TopologicalSort.Sort<SeedRow>(rows, _references.Dependents, ReferenceEqualityComparer.Instance);
}
