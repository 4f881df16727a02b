using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Tests.Generators.Postgres;

/// <summary>Changes of tables, and of facets of their parts, that only PostgreSQL knows.</summary>
internal sealed class PostgresTableEdits(Draw draw)
{
    private const string Unlogged = "Npgsql:UnloggedTable";

    public string? Move(PairBuilder pair, Table table)
    {
        var name = table.Name with { Schema = draw.Pick<string?>([null, "shop", "attic"]) };
        if (name == table.Name || pair.To.Tables.ContainsKey(name))
            return null;
        var moved = table with
        {
            Name = name,
            Indexes = table.Indexes.Replace(i => i.RawSql is not null, i => i with { RawSql = i.RawSql!.Replace($"ON {SqlText.Quote(table.Name)} ", $"ON {SqlText.Quote(name)} ", System.StringComparison.Ordinal) }),
        };
        pair.To = pair.To with { Tables = pair.To.Tables.Remove(table.Name).Add(name, moved) };
        pair.SetAll(t => t with { ForeignKeys = t.ForeignKeys.Replace(k => k.PrincipalTable == table.Name, k => k with { PrincipalTable = name }) });
        pair.RenameTable(table.Name, name);
        return "move table";
    }

    public string? Numbering(PairBuilder pair, Table table)
    {
        var column = draw.PickOrNull(table.Columns.Where(c => c.StoreType == "integer" && !c.IsNullable && c.DefaultSql is null && c.ComputedSql is null && table.PrimaryKey?.Columns.Contains(c.Name) == true
            && pair.Before(table.Name, c.Name) is { IsNullable: false } && !table.Columns.Any(o => o.Name != c.Name && ColumnKind.IsNumbered(o))));
        if (column is null)
            return null;
        var facets = ColumnKind.IsNumbered(column) && draw.Chance(40) ? AnnotationSet.Empty : PostgresDialect.Instance.Numbering(draw);
        pair.Set(table with { Columns = table.Columns.Replace(c => c.Name == column.Name, c => c with { Annotations = facets }) });
        return facets.Equals(column.Annotations) ? null : "change numbering";
    }

    public string? Facets(PairBuilder pair, Table table)
    {
        pair.Set(table with { Annotations = table.Annotations.With("Npgsql:StorageParameter:fillfactor", table.Annotations["Npgsql:StorageParameter:fillfactor"] is null ? 70 : draw.Chance(50) ? 80 : null) });
        return "change storage parameter";
    }

    public string? Logging(PairBuilder pair, Table table)
    {
        var becomes = table.Annotations[Unlogged] is null ? (object)true : null;
        var changed = new HashSet<ObjectName>();
        Change(table);
        return changed.Count > 1 ? "change logging of several" : "change logging";

        // With those that refer to it, or those that it refers to.
        void Change(Table one)
        {
            if (one.Annotations[Unlogged] is null == becomes is null || !changed.Add(one.Name))
                return;
            pair.Set(one with { Annotations = one.Annotations.With(Unlogged, becomes) });
            foreach (var other in pair.To.Tables.Values.Where(t => becomes is null ? one.ForeignKeys.Any(k => k.PrincipalTable == t.Name) : t.ForeignKeys.Any(k => k.PrincipalTable == one.Name)).ToList())
                Change(pair.To.Tables[other.Name]);
        }
    }

    public string? Deferrable(PairBuilder pair, Table table)
    {
        if (draw.PickOrNull(table.ForeignKeys) is not { } key)
            return null;
        var now = key.Annotations[OperationAnnotations.Deferrable] is null ? "DEFERRABLE INITIALLY DEFERRED" : null;
        pair.Set(table with { ForeignKeys = table.ForeignKeys.Replace(k => k.Name == key.Name, k => k with { Annotations = k.Annotations.With(OperationAnnotations.Deferrable, now) }) });
        return "change deferrable";
    }

    public string? Compression(PairBuilder pair, Table table)
    {
        var column = draw.PickOrNull(table.Columns.Where(c => c.StoreType == "text" && c.ComputedSql is null));
        if (column is null)
            return null;
        var now = column.Annotations["Npgsql:Compression:"] is null ? "pglz" : null;
        pair.Set(table with { Columns = table.Columns.Replace(c => c.Name == column.Name, c => c with { Annotations = c.Annotations.With("Npgsql:Compression:", now) }) });
        return "change compression";
    }

    public string? AddRawIndex(PairBuilder pair, Table table)
    {
        var changed = PostgresIndexes.AddRaw(draw, table);
        pair.Set(changed);
        return changed.Indexes.Count == table.Indexes.Count ? null : "add index on expression";
    }

    public string? IndexFacets(PairBuilder pair, Table table)
    {
        if (draw.PickOrNull(table.Indexes.Where(i => i.RawSql is null)) is not { } index)
            return null;
        var changed = index.Annotations.Count > 0 && draw.Chance(40) ? index with { Annotations = AnnotationSet.Empty } : PostgresIndexes.Adorn(draw, table, index);
        pair.Set(table with { Indexes = table.Indexes.Replace(i => i.Name == index.Name, _ => changed) });
        return changed.Equals(index) ? null : "change facets of index";
    }
}
