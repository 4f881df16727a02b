using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Diff;

/// <summary>Orders tables by their foreign keys, principals first. Where they form a cycle, some foreign key points forward.</summary>
internal sealed class DependencyOrder
{
    private readonly Dictionary<ObjectName, int> _ranks = [];

    private DependencyOrder(List<ObjectName> sorted)
    {
        Sorted = sorted;
        foreach (var name in sorted)
            _ranks.Add(name, _ranks.Count);
    }

    /// <summary>All tables, principals first, else by name.</summary>
    public IReadOnlyList<ObjectName> Sorted { get; }

    /// <summary>Sorts the tables of a schema.</summary>
    public static DependencyOrder Of(SchemaState state)
        => new(TopologicalSort.Sort([.. state.Tables.Keys], name => state.Tables[name].ForeignKeys.Select(k => k.PrincipalTable).Order()));

    /// <summary>Whether a foreign key of this table closes a cycle: its principal comes later.</summary>
    public bool PointsForward(ObjectName table, ForeignKey key)
        => _ranks.TryGetValue(key.PrincipalTable, out var principal) && principal > _ranks[table];
}
