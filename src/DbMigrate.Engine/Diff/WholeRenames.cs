using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Diff;

/// <summary>The entries of <c>-Rename</c> about tables, or about sequences.</summary>
/// <param name="kind">What they are, for people.</param>
/// <param name="from">The names before.</param>
/// <param name="to">The names after.</param>
/// <param name="find">Finds those of the model that a text may mean.</param>
internal sealed class WholeRenames(string kind, IReadOnlyCollection<ObjectName> from, IReadOnlyCollection<ObjectName> to, Func<IReadOnlyList<string>, IReadOnlyList<ObjectName>> find)
{
    private readonly HashSet<ObjectName> _from = [.. from];
    private readonly HashSet<ObjectName> _to = [.. to];
    private readonly Dictionary<ObjectName, ObjectName?> _decided = [];

    /// <summary>New names by old names; null for what goes.</summary>
    public IReadOnlyDictionary<ObjectName, ObjectName?> Decided => _decided;

    /// <summary>New names by old names of all that stay.</summary>
    public IReadOnlyDictionary<ObjectName, ObjectName> Joined => ObjectMatcher.Match(from, to, _decided);

    /// <summary>Takes a decision.</summary>
    /// <param name="decision">The entry.</param>
    /// <param name="old">What it is about.</param>
    public void Add(RenameDecision decision, ObjectName old)
    {
        var target = decision.To is null ? null : Target(decision, old);
        if (!_decided.TryAdd(old, target))
            throw RenameRefusal.Invalid(decision, "there are two entries for it");
        if (target is not null && _decided.Values.Count(v => v == target) > 1)
            throw RenameRefusal.Invalid(decision, $"another {kind} is renamed to {target} too");
    }

    /// <summary>Refuses a new name that something else had, of which nothing says where it goes.</summary>
    public void RequireDisplacedDecided()
    {
        foreach (var (old, target) in _decided)
        {
            if (target is { } name && _from.Contains(name) && !_decided.ContainsKey(name))
                throw RenameRefusal.Displaced(DottedName.Format(old.Schema, old.Name), DottedName.Format(name.Schema, name.Name));
        }
    }

    private ObjectName Target(RenameDecision decision, ObjectName old)
    {
        var asWritten = old with { Name = decision.To! };
        if (asWritten != old && _to.Contains(asWritten))
            return asWritten;
        var parts = DottedName.Parse(decision.To!);
        var found = find(parts);
        if (found.Count > 1 && parts.Count == 1)
            found = [.. found.Where(n => n.Schema == old.Schema)];
        return found.Count == 1 ? found[0] : throw RenameRefusal.UnknownTarget(decision, kind, to.Where(n => !_from.Contains(n)));
    }
}
