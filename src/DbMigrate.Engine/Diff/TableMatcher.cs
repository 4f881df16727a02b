using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Diff;

/// <summary>Joins tables: as decided, else by name. Nothing else joins them.</summary>
internal static class TableMatcher
{
    /// <summary>New names by old names of the tables that stay.</summary>
    public static IReadOnlyDictionary<ObjectName, ObjectName> Match(
        SchemaState from, SchemaState to, IReadOnlyDictionary<ObjectName, ObjectName?> decided)
    {
        var joined = decided.Where(d => d.Value is not null).ToDictionary(d => d.Key, d => d.Value!.Value);
        var taken = joined.Values.ToHashSet();
        foreach (var name in from.Tables.Keys)
        {
            if (!decided.ContainsKey(name) && to.Tables.ContainsKey(name) && taken.Add(name))
                joined.Add(name, name);
        }

        return joined;
    }
}
