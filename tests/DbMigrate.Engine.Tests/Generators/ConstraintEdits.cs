using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Tests.Generators;

/// <summary>Changes of keys, foreign keys, indexes and checks that rows survive, there and back.</summary>
internal sealed class ConstraintEdits(SchemaGenerators parts)
{
    public string? AddIndex(PairBuilder pair, Table table)
    {
        var index = parts.Tables.Index(table);
        index = index with { IsUnique = index.IsUnique && index.Columns.Any(c => HasOwnValues(pair, table, c)) };
        pair.Set(TableGenerator.Add(table, index));
        return pair.To.Tables[table.Name].Equals(table) ? null : index.Filter is null ? "add index" : "add filtered index";
    }

    public string? DropIndex(PairBuilder pair, Table table)
    {
        if (parts.Draw.PickOrNull(table.Indexes) is not { } index)
            return null;
        pair.Set(table with { Indexes = table.Indexes.RemoveAll(i => i.Name == index.Name) });
        return "drop index";
    }

    public string? ChangeIndex(PairBuilder pair, Table table)
    {
        if (parts.Draw.PickOrNull(table.Indexes.Where(i => i.RawSql is null && i.Annotations.Count == 0)) is not { } index)
            return null;
        var (changed, kind) = parts.Draw.Below(3) switch
        {
            0 => (index with { Name = index.Name + "_2" }, "rename index"),
            1 => (index with { IsDescending = index.IsDescending.Count > 0 ? [] : index.Columns.Select(_ => true).ToEquatableList() }, "change index"),
            _ => (index with { IsUnique = !index.IsUnique && index.Columns.Any(c => HasOwnValues(pair, table, c)) }, "change index"),
        };
        pair.Set(table with { Indexes = table.Indexes.Replace(i => i.Name == index.Name, _ => changed) });
        return changed.Equals(index) ? null : kind;
    }

    public string? AddUnique(PairBuilder pair, Table table)
    {
        if (parts.Tables.Unique(table) is not { } key || !key.Columns.Any(c => HasOwnValues(pair, table, c)))
            return null;
        pair.Set(table with { UniqueConstraints = table.UniqueConstraints.Add(key) });
        return "add unique constraint";
    }

    public string? DropUnique(PairBuilder pair, Table table)
    {
        if (parts.Draw.PickOrNull(table.UniqueConstraints) is not { } key || IsReferred(pair, table, key))
            return null;
        pair.Set(table with { UniqueConstraints = table.UniqueConstraints.RemoveAll(k => k.Name == key.Name) });
        return "drop unique constraint";
    }

    public string? RenameKey(PairBuilder pair, Table table)
    {
        if (table.PrimaryKey is not { } key)
            return null;
        pair.Set(table with { PrimaryKey = key with { Name = key.Name + "_2" } });
        return "rename primary key";
    }

    public string? ChangeKey(PairBuilder pair, Table table)
    {
        if (table.PrimaryKey is { } old && IsReferred(pair, table, old))
            return null;
        var column = parts.Draw.PickOrNull(table.Columns.Where(c => !c.IsNullable && c.DefaultSql is null && TableGenerator.IsDistinct(c)
            && parts.Dialect.CanBeKey(c) && HasOwnValues(pair, table, c.Name) && pair.Before(table.Name, c.Name)?.IsNullable == false && !table.UniqueConstraints.Any(k => k.Columns is [var only] && only == c.Name) && table.PrimaryKey?.Columns.Contains(c.Name) != true));
        var key = column is null || parts.Draw.Chance(30) ? null : new Key("PK_" + table.Name.Name, [column.Name]);
        if (key is null && table.PrimaryKey is null)
            return null;
        pair.Set(table with
        {
            PrimaryKey = key,
            Seeds = [],
            Columns = table.Columns.Replace(ColumnKind.IsNumbered, c => c with { Annotations = AnnotationSet.Empty }),
        });
        return key is null ? "drop primary key" : table.PrimaryKey is null ? "add primary key" : "change primary key";
    }

    public string? AddCheck(PairBuilder pair, Table table)
    {
        if (parts.Tables.Check(table) is not { } check)
            return null;
        pair.Set(table with { Checks = table.Checks.Add(check) });
        return "add check";
    }

    public string? DropCheck(PairBuilder pair, Table table)
    {
        if (parts.Draw.PickOrNull(table.Checks) is not { } check)
            return null;
        pair.Set(table with { Checks = table.Checks.RemoveAll(c => c.Name == check.Name) });
        return "drop check";
    }

    public string? ChangeCheck(PairBuilder pair, Table table)
    {
        if (parts.Draw.PickOrNull(table.Checks) is not { } check)
            return null;
        var changed = parts.Draw.Chance(30) ? check with { Name = check.Name + "_2" } : check with { Sql = check.Sql + " OR " + parts.Dialect.True };
        pair.Set(table with { Checks = table.Checks.Replace(c => c.Name == check.Name, _ => changed) });
        return "change check";
    }

    public string? AddForeignKey(PairBuilder pair, Table table)
    {
        // Rows refer to rows of the same number, which a table that is new does not have.
        var principal = parts.Draw.PickOrNull(pair.To.Tables.Values.Where(t => IsFull(pair, t)));
        if (principal is null)
            return null;
        var changed = parts.ForeignKeys.Add(table, principal, required: false);
        pair.Set(changed);
        return changed.ForeignKeys.Count == table.ForeignKeys.Count ? null : "add foreign key";
    }

    public string? DropForeignKey(PairBuilder pair, Table table)
    {
        if (parts.Draw.PickOrNull(table.ForeignKeys) is not { } key)
            return null;
        pair.Set(table with { ForeignKeys = table.ForeignKeys.RemoveAll(k => k.Name == key.Name) });
        return "drop foreign key";
    }

    public string? ChangeForeignKey(PairBuilder pair, Table table)
    {
        if (parts.Draw.PickOrNull(table.ForeignKeys) is not { } key)
            return null;
        var action = parts.ForeignKeys.Action(key.Columns.All(c => table.FindColumn(c)!.IsNullable));
        pair.Set(table with { ForeignKeys = table.ForeignKeys.Replace(k => k.Name == key.Name, k => k with { OnDelete = action }) });
        return action == key.OnDelete ? null : "change delete action";
    }

    private static bool IsReferred(PairBuilder pair, Table table, Key key)
        => pair.To.Tables.Values.Any(t => t.ForeignKeys.Any(k => k.PrincipalTable == table.Name && k.PrincipalColumns.Order().SequenceEqual(key.Columns.Order())));

    // Its rows before have all different values and keep them.
    private static bool HasOwnValues(PairBuilder pair, Table table, string column)
        => (!pair.IsKept(table.Name) && table.Seeds.All(s => s.Values.ContainsKey(column))) || (pair.Before(table.Name, column) is { } before && TableGenerator.IsDistinct(before)
            && table.FindColumn(column) is { } now && TableGenerator.IsDistinct(now) && now.StoreType == before.StoreType && (now.IsNullable || !before.IsNullable));

    private static bool IsFull(PairBuilder pair, Table table)
        => pair.IsKept(table.Name) && (table.PrimaryKey?.Columns ?? []).Concat(table.UniqueConstraints.SelectMany(k => k.Columns))
            .All(c => HasOwnValues(pair, table, c));
}
