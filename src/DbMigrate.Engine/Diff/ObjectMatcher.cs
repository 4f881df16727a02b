using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Diff;

/// <summary>Joins tables, or sequences: as decided, else by name. Nothing else joins them.</summary>
internal static class ObjectMatcher
{
    /// <summary>New names by old names of those that stay.</summary>
    /// <param name="from">The names before.</param>
    /// <param name="to">The names after.</param>
    /// <param name="decided">New names by old names; null for what goes.</param>
    public static IReadOnlyDictionary<ObjectName, ObjectName> Match(
        IEnumerable<ObjectName> from, IEnumerable<ObjectName> to, IReadOnlyDictionary<ObjectName, ObjectName?> decided)
    {
        var joined = decided.Where(d => d.Value is not null).ToDictionary(d => d.Key, d => d.Value!);
        var (names, taken) = (to.ToHashSet(), joined.Values.ToHashSet());
        foreach (var name in from)
        {
            if (!decided.ContainsKey(name) && names.Contains(name) && taken.Add(name))
                joined.Add(name, name);
        }

        return joined;
    }
}
