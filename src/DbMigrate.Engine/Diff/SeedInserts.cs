using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Diff;

/// <summary>
/// When the seeded rows that come are inserted. Most are table by table, principals first. Where foreign keys of tables form
/// a circle, rows that refer to what a later table gets wait until all others are there, and so do those that refer to them.
/// </summary>
internal sealed class SeedInserts
{
    private readonly IReadOnlyList<(Table Table, IReadOnlyList<SeedRow> Rows)> _tables;
    private readonly SeedReferences _references;
    private readonly Dictionary<ObjectName, int> _turns = [];
    private readonly Dictionary<SeedRow, int> _inserted = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<SeedRow> _late = new(ReferenceEqualityComparer.Instance);

    /// <summary>Finds the rows.</summary>
    /// <param name="tables">The tables with the rows that come, principals first.</param>
    /// <param name="references">The references after.</param>
    public SeedInserts(IReadOnlyList<(Table Table, IReadOnlyList<SeedRow> Rows)> tables, SeedReferences references)
    {
        (_tables, _references) = (tables, references);
        foreach (var (table, rows) in tables)
        {
            foreach (var row in rows)
                _inserted.Add(row, _turns.Count);
            _turns.Add(table.Name, _turns.Count);
        }

        foreach (var (table, rows) in tables)
        {
            foreach (var row in rows.Where(r => Waits(table, r)))
                Wait(row);
        }
    }

    /// <summary>Those of the rows of a table that are inserted when it is its turn, in order.</summary>
    public IReadOnlyList<SeedRow> Early(IEnumerable<SeedRow> rows) => Sort([.. rows.Where(r => !_late.Contains(r))]);

    /// <summary>The rows that are inserted when all others are there, in order.</summary>
    public IEnumerable<(Table Table, SeedRow Row)> Late => Sort([.. _tables.SelectMany(t => t.Rows).Where(_late.Contains)]).Select(r => (_tables[_inserted[r]].Table, r));

    /// <summary>Whether a row refers to one that is not there yet when it is the turn of its table.</summary>
    public bool Waits(Table table, SeedRow row)
        => _references.Principals(row).Any(r => _late.Contains(r) || (_inserted.TryGetValue(r, out var turn) && turn > _turns[table.Name]));

    private void Wait(SeedRow row)
    {
        var open = new Stack<SeedRow>([row]);
        while (open.TryPop(out var next))
        {
            if (!_inserted.ContainsKey(next) || !_late.Add(next))
                continue;
            foreach (var dependent in _references.Dependents(next))
                open.Push(dependent);
        }
    }

    private List<SeedRow> Sort(List<SeedRow> rows) => TopologicalSort.Sort<SeedRow>(rows, _references.Principals, ReferenceEqualityComparer.Instance);
}
