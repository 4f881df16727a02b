using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Diff.Inheritance;

/// <summary>
/// The schema in the midst of a revision that copies rows: what is read is still there, what is written is there
/// already, and nothing is checked yet that only holds when all rows are where they belong.
/// </summary>
internal static class WideSchema
{
    /// <summary>The schema, without the seeded rows that wait for the copies.</summary>
    public static SchemaState Of(SchemaMatch match, CopyPlan plan)
    {
        var (from, to) = (match.From, match.To);
        var tables = to.Tables.ToBuilder();
        foreach (var table in match.Created.Where(t => plan.Targets.Contains(t.Name)))
            tables[table.Name] = table with { Indexes = [], ForeignKeys = table.ForeignKeys.RemoveAll(k => k.PrincipalTable == table.Name) };
        foreach (var pair in match.KeptPrincipalsFirst)
            tables[pair.New.Name] = Kept(pair, match, plan);
        var retained = match.Dropped.Where(t => plan.Reads(t.Name)).Select(t => t.Name).ToHashSet();
        foreach (var name in retained)
            tables[name] = from.Tables[name] with { ForeignKeys = from.Tables[name].ForeignKeys.Select(k => Follow(k, match, retained)).OfType<ForeignKey>().ToEquatableList() };

        return WithoutSeeds(to with
        {
            Tables = WithoutMissingKeys(tables.ToImmutable()),
            Sequences = to.Sequences.AddRange(match.Sequences.Dropped.Where(s => !to.Sequences.ContainsKey(s.Name)).Select(s => KeyValuePair.Create(s.Name, s))),
            Schemas = to.Schemas.Union(from.Schemas),
            Annotations = to.Annotations.WithMissing(from.Annotations),
            Views = to.Views.RemoveRange(to.Views.Where(v => from.Views.GetValueOrDefault(v.Key) != v.Value).Select(v => v.Key)),
            Triggers = to.Triggers.RemoveRange(to.Triggers.Where(t => !t.Value.Equals(from.Triggers.GetValueOrDefault(t.Key))).Select(t => t.Key)),
        }, Settled(match, plan).Select(p => p.New.Name).ToHashSet());
    }

    /// <summary>The schema before, as it is compared with the wide one.</summary>
    public static SchemaState Before(SchemaMatch match, CopyPlan plan) => WithoutSeeds(match.From, Settled(match, plan).Select(p => p.Old.Name).ToHashSet());

    private static SchemaState WithoutSeeds(SchemaState state, HashSet<ObjectName> settled)
        => state with { Tables = state.Tables.SetItems(state.Tables.Values.Where(t => t.Seeds.Count > 0 && !settled.Contains(t.Name)).Select(t => KeyValuePair.Create(t.Name, t with { Seeds = [] }))) };

    // Rows that have nothing to do with those that move change before the columns that they were in, and are found by a
    // key that must not go before them.
    private static IEnumerable<TablePair> Settled(SchemaMatch match, CopyPlan plan)
    {
        var moving = Moving(match, plan);
        return match.KeptPrincipalsFirst.Where(p => !plan.Targets.Contains(p.New.Name) && !plan.Left.Contains(p.New.Name) && !plan.Reads(p.Old.Name)
            && (!moving.Contains(p.Old.Name) || (p.Old.PrimaryKey is { } key && p.New.PrimaryKey?.Columns.Equals(p.Map(key.Columns)) != true)));
    }

    // The tables before whose rows move, and all that foreign keys, before or after, lead to from there and back.
    private static HashSet<ObjectName> Moving(SchemaMatch match, CopyPlan plan)
    {
        ObjectName Old(ObjectName name) => match.ByNew(name)?.Old.Name ?? name;
        var links = match.From.Tables.Values.SelectMany(t => t.ForeignKeys.Select(k => (Dependent: t.Name, Principal: k.PrincipalTable)))
            .Concat(match.To.Tables.Values.SelectMany(t => t.ForeignKeys.Select(k => (Dependent: Old(t.Name), Principal: Old(k.PrincipalTable))))).ToList();
        var moving = match.From.Tables.Keys.Where(plan.Reads).Concat(plan.Targets.Union(plan.Left).Select(Old)).ToHashSet();
        for (var count = 0; count != moving.Count;)
        {
            count = moving.Count;
            moving.UnionWith(links.Where(l => moving.Contains(l.Dependent) || moving.Contains(l.Principal)).SelectMany(l => new[] { l.Dependent, l.Principal }).ToList());
        }

        return moving;
    }

    // A key that waits for its rows lets foreign keys wait.
    private static ImmutableSortedDictionary<ObjectName, Table> WithoutMissingKeys(ImmutableSortedDictionary<ObjectName, Table> tables)
    {
        bool IsThere(ForeignKey key)
            => tables.GetValueOrDefault(key.PrincipalTable) is { } principal && principal.UniqueConstraints.Prepend(principal.PrimaryKey).Any(k => k?.Columns.Equals(key.PrincipalColumns) == true);
        return tables.SetItems(tables.Values.Where(t => !t.ForeignKeys.All(IsThere)).Select(t => KeyValuePair.Create(t.Name, t with { ForeignKeys = t.ForeignKeys.RemoveAll(k => !IsThere(k)) })));
    }

    private static Table Kept(TablePair pair, SchemaMatch match, CopyPlan plan)
    {
        var (old, now) = (pair.Old, pair.New);
        var foreignKeys = old.ForeignKeys.Select(k => ForeignKeyDiff.Follow(pair, match, k)).OfType<ForeignKey>().ToHashSet();
        return now with
        {
            Columns = now.Columns.Concat(pair.Dropped.Where(c => plan.Read.Contains(new(old.Name, c.Name)))).ToEquatableList(),
            ForeignKeys = now.ForeignKeys.RemoveAll(k => !foreignKeys.Contains(k)),
            UniqueConstraints = now.UniqueConstraints.RemoveAll(k => !old.UniqueConstraints.Any(o => k.Columns.Equals(pair.Map(o.Columns)))),
            Checks = now.Checks.RemoveAll(c => !old.Checks.Any(o => o.Name == c.Name && pair.Follow(o.Sql) == c.Sql)),
            Indexes = now.Indexes.RemoveAll(i => !old.Indexes.Any(o => i.IsUnique == o.IsUnique && i.Columns.Equals(pair.Map(o.Columns)) && pair.Follow(o.Filter) == i.Filter)),
        };
    }

    private static ForeignKey? Follow(ForeignKey key, SchemaMatch match, HashSet<ObjectName> retained)
    {
        if (match.ByOld(key.PrincipalTable) is { } principal)
            return principal.Map(key.PrincipalColumns) is { } columns ? key with { PrincipalTable = principal.New.Name, PrincipalColumns = columns } : null;
        return retained.Contains(key.PrincipalTable) ? key : null;
    }
}
