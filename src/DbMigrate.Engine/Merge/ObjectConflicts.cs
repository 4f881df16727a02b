using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;
using Objects = System.Collections.Generic.IReadOnlyDictionary<string, DbMigrate.Engine.Merge.SchemaObject>;

namespace DbMigrate.Engine.Merge;

/// <summary>What two lines do to the same things, found by comparing where both started with where each ends.</summary>
internal sealed class ObjectConflicts(SchemaState start, SideHistory left, SideHistory right)
{
    private readonly Objects _start = SchemaObjects.Of(start);
    private readonly List<MergeConflict> _found = [];
    private readonly HashSet<string> _labels = [];

    /// <summary>The conflicts, those of tables before those of what is in them.</summary>
    public IReadOnlyList<MergeConflict> Find()
    {
        foreach (var label in _start.Keys.Union(left.End.Keys).Union(right.End.Keys).OrderBy(Depth))
        {
            // What is said of a table need not be said of its columns.
            if (Find(label) is { } owner && Owners(owner).Any(_labels.Contains))
                continue;
            var before = _start.GetValueOrDefault(label);
            if (IsChanged(left, label) && IsChanged(right, label))
                Both(label, before);
            else if (before is not null)
                Lost(before);
        }

        return _found;
    }

    private void Both(string label, SchemaObject? before)
    {
        var (one, other) = (left.End.GetValueOrDefault(label), right.End.GetValueOrDefault(label));
        if (before is not null && one is not null && other is not null && one.Value.Equals(other.Value))
            return;
        var kind = before is null ? ConflictKind.BothCreate
            : one is null && other is null ? ConflictKind.BothRemove
            : one is null || other is null ? ConflictKind.RemoveAndChange
            : ConflictKind.BothChange;
        Add(kind, label, [.. left.Changes(label, isNamed: false), .. right.Changes(label, isNamed: false)]);
    }

    // One line has it no more, and the other goes on with what is in it or builds something on it.
    private void Lost(SchemaObject thing)
    {
        foreach (var (loser, user) in new[] { (left, right), (right, left) })
        {
            if (loser.End.ContainsKey(thing.Label))
                continue;
            var changed = _start.Keys.Union(user.End.Keys).Where(l => IsChanged(user, l)).ToList();
            var inside = changed.Where(l => Owners(user.End.GetValueOrDefault(l) ?? _start[l]).Contains(thing.Label)).ToList();
            var users = changed.Where(l => user.End.TryGetValue(l, out var item) && item.Needs(thing)).ToList();
            var changes = thing.IsRow ? user.Updates(thing.Label) : Top(inside.Count > 0 ? inside : users, user).SelectMany(l => user.Changes(l, isNamed: true));
            if (changes.ToList() is { Count: > 0 } found)
            {
                Add(inside.Count > 0 ? ConflictKind.RemoveAndChange : ConflictKind.RemoveAndUse, thing.Label,
                    [.. loser.Changes(thing.Label, isNamed: false), .. found], isHidden: thing.IsRow || (thing.IsRelation && users.Count > 0));
            }
        }
    }

    // A new row is named, its values are not.
    private IEnumerable<string> Top(List<string> labels, SideHistory side)
        => labels.Where(l => !Owners(side.End.GetValueOrDefault(l) ?? _start[l]).Any(labels.Contains));

    private void Add(ConflictKind kind, string label, IReadOnlyList<MergeChange> changes, bool isHidden = false)
    {
        _labels.Add(label);
        _found.Add(new MergeConflict(kind, Find(label)!.Title, changes) { IsHidden = isHidden });
    }

    private bool IsChanged(SideHistory side, string label) => !Equals(_start.GetValueOrDefault(label)?.Value, side.End.GetValueOrDefault(label)?.Value);

    private SchemaObject? Find(string label) => _start.GetValueOrDefault(label) ?? left.End.GetValueOrDefault(label) ?? right.End.GetValueOrDefault(label);

    private int Depth(string label) => Owners(Find(label)!).Count();

    private IEnumerable<string> Owners(SchemaObject item)
    {
        for (var at = item.Owner; at is not null; at = Find(at)?.Owner)
            yield return at;
    }
}
