using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Diff;

/// <summary>Which seeded rows of a schema refer to which, by the foreign keys that hold while rows come and go.</summary>
internal sealed class SeedReferences
{
    private readonly Dictionary<SeedRow, List<SeedRow>> _principals = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<SeedRow, List<SeedRow>> _dependents = new(ReferenceEqualityComparer.Instance);

    /// <summary>Finds the references.</summary>
    /// <param name="tables">The tables with their rows.</param>
    /// <param name="keys">The foreign keys of a table that hold.</param>
    public SeedReferences(IReadOnlyCollection<Table> tables, Func<Table, IEnumerable<ForeignKey>> keys)
    {
        var byName = tables.ToDictionary(t => t.Name);
        foreach (var table in tables)
        {
            foreach (var key in keys(table))
            {
                if (byName.TryGetValue(key.PrincipalTable, out var principal))
                    Add(table, key, principal);
            }
        }
    }

    /// <summary>The rows that a row refers to, but for itself.</summary>
    public IReadOnlyList<SeedRow> Principals(SeedRow row) => _principals.TryGetValue(row, out var rows) ? rows : [];

    /// <summary>The rows that refer to a row, but for itself.</summary>
    public IReadOnlyList<SeedRow> Dependents(SeedRow row) => _dependents.TryGetValue(row, out var rows) ? rows : [];

    /// <summary>The values of a row in some columns as one text; null where one of them is NULL, or known to the database alone: that refers to nothing.</summary>
    public static string? Text(SeedRow row, Table table, IEnumerable<string> columns)
    {
        var values = columns.Select(c => table.FindColumn(c) is { } column ? SeedCell.Of(row, column).Value : null).ToList();
        return values.Contains(null) ? null : SeedKey.Of(values);
    }

    private void Add(Table table, ForeignKey key, Table principal)
    {
        var rows = principal.Seeds.ToLookup(r => Text(r, principal, key.PrincipalColumns), StringComparer.Ordinal);
        foreach (var row in table.Seeds)
        {
            if (Text(row, table, key.Columns) is not { } text)
                continue;
            foreach (var found in rows[text].Where(r => !ReferenceEquals(r, row)))
            {
                Add(_principals, row, found);
                Add(_dependents, found, row);
            }
        }
    }

    private static void Add(Dictionary<SeedRow, List<SeedRow>> rows, SeedRow row, SeedRow other)
    {
        if (!rows.TryGetValue(row, out var others))
            rows.Add(row, others = []);
        others.Add(other);
    }
}
