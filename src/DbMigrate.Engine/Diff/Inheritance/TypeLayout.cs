using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Diff.Inheritance;

/// <summary>Which tables of one schema have the rows of which entity types.</summary>
internal sealed class TypeLayout
{
    private readonly Dictionary<string, (Table Table, TypeMap Map)> _homes;
    private readonly Dictionary<string, string> _bases;

    private readonly ILookup<ObjectName, string> _byTable;

    private TypeLayout(Dictionary<string, (Table Table, TypeMap Map)> homes, Dictionary<string, string> bases)
    {
        (_homes, _bases) = (homes, bases);
        Types = [.. homes.Keys.OrderBy(t => Chain(t).Count()).ThenBy(t => t, StringComparer.Ordinal)];
        _byTable = Types.ToLookup(t => homes[t].Table.Name);
    }

    /// <summary>The types that are known, base types first.</summary>
    public IReadOnlyList<string> Types { get; }

    /// <summary>The layouts of two schemas. Where one knows a hierarchy, a single table of the other may be one of its types.</summary>
    public static (TypeLayout From, TypeLayout To) Of(SchemaState from, SchemaState to)
    {
        var (before, after) = (Homes(from), Homes(to));
        var (wanted, had) = (after.Keys.ToHashSet(), before.Keys.ToHashSet());
        Complete(before, from, wanted);
        Complete(after, to, had);
        return (new(before, Bases(before, after)), new(after, Bases(after, before)));
    }

    /// <summary>Whether the schema has a table for the type's own rows.</summary>
    public bool Knows(string type) => _homes.ContainsKey(type);

    /// <summary>The table that tells that a row is of the type.</summary>
    public Table Home(string type) => _homes[type].Table;

    /// <summary>What is said of the type.</summary>
    public TypeMap Map(string type) => _homes[type].Map;

    /// <summary>The types whose home is a table.</summary>
    public IEnumerable<string> At(Table table) => _byTable[table.Name];

    /// <summary>The type, what it derives from, and so on.</summary>
    public IEnumerable<string> Chain(string type)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var at = type; at is not null && seen.Add(at); at = _bases.GetValueOrDefault(at))
            yield return at;
    }

    /// <summary>The tables that a row of the type is spread over: first its home, last that of the root.</summary>
    public IReadOnlyList<Table> Parts(string type)
    {
        List<Table> parts = [Home(type)];
        foreach (var table in Chain(type).Skip(1).Where(Knows).Select(Home))
        {
            if (parts[^1].Name != table.Name && parts[^1].ForeignKeys.Any(k => k.PrincipalTable == table.Name && k.Columns.Equals(parts[^1].PrimaryKey?.Columns)))
                parts.Add(table);
        }

        return parts;
    }

    /// <summary>The columns of a table that rows of the type use, by property; what tells types apart is none of them.</summary>
    public IReadOnlyDictionary<string, Column> Columns(string type, Table table)
    {
        var chain = Chain(type).ToHashSet(StringComparer.Ordinal);
        var foreign = table.Types.SelectMany(t => t.Columns).ToHashSet(StringComparer.Ordinal);
        foreign.ExceptWith(table.Types.Where(t => chain.Contains(t.Type)).SelectMany(t => t.Columns));
        foreign.UnionWith(table.Types.Select(t => t.Mark?.Column).OfType<string>());
        return PropertyName.Index(table.Columns.Where(c => !foreign.Contains(c.Name)));
    }

    /// <summary>The types that rows of a type may be in more special ones of, with tables of their own.</summary>
    public IEnumerable<string> Derived(string type)
        => Types.Where(t => t != type && Chain(t).Contains(type) && Home(t).Name != Home(type).Name && Parts(t).Any(p => p.Name == Home(type).Name));

    private static Dictionary<string, (Table Table, TypeMap Map)> Homes(SchemaState state)
        => state.Tables.Values.SelectMany(t => t.Types.Select(m => (Table: t, Map: m))).GroupBy(h => h.Map.Type, StringComparer.Ordinal).Where(g => g.Count() == 1)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

    private static void Complete(Dictionary<string, (Table Table, TypeMap Map)> homes, SchemaState state, HashSet<string> wanted)
    {
        foreach (var group in state.Tables.Values.Where(t => t.Types.Count == 0 && t.Entity is not null && wanted.Contains(t.Entity)).GroupBy(t => t.Entity!, StringComparer.Ordinal))
        {
            if (group.Count() == 1)
                homes.TryAdd(group.Key, (group.First(), new TypeMap(group.Key, null)));
        }
    }

    // A table that was alone, or is, says nothing of bases.
    private static Dictionary<string, string> Bases(Dictionary<string, (Table Table, TypeMap Map)> own, Dictionary<string, (Table Table, TypeMap Map)> other)
        => own.Keys.Union(other.Keys)
            .Select(t => (Type: t, Base: (own.TryGetValue(t, out var home) && home.Table.Types.Count > 0 ? home : other.GetValueOrDefault(t)).Map?.Base))
            .Where(b => b.Base is not null)
            .ToDictionary(b => b.Type, b => b.Base!, StringComparer.Ordinal);
}
