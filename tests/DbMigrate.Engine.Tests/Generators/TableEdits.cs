using System.Linq;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Tests.Generators;

/// <summary>Changes of whole tables and of seeded rows that rows survive, there and back.</summary>
internal sealed class TableEdits(SchemaGenerators parts)
{
    public string? Create(PairBuilder pair, Table _)
    {
        if (FreeName(pair) is not { } name)
            return null;
        var table = parts.Tables.Table(name);
        var principal = parts.Draw.PickOrNull(pair.To.Tables.Values);
        if (principal is not null && parts.Draw.Chance(50))
            table = parts.ForeignKeys.Add(table, principal, required: true);
        if (parts.Draw.Chance(20))
            table = parts.ForeignKeys.Add(table, table, required: true);
        if (table.PrimaryKey is not null && parts.Draw.Chance(40))
            table = table with { Seeds = [parts.Seeds.Row(table, SeedGenerator.First), parts.Seeds.Row(table, SeedGenerator.First + 1)] };
        pair.Set(table);
        return "create table";
    }

    public string? Drop(PairBuilder pair, Table table)
    {
        // On the way back it is empty, so nothing that stays may refer to it.
        if (pair.IsReferred(table) || pair.To.Tables.Count < 2)
            return null;
        pair.DropTable(table.Name);
        return "drop table";
    }

    public string? Rename(PairBuilder pair, Table table)
    {
        if (FreeName(pair) is not { } name)
            return null;
        var follow = parts.Draw.Chance(60);
        string Follow(string constraint)
            => follow && constraint.IndexOf("_" + table.Name.Name, System.StringComparison.Ordinal) is > 0 and var at
                ? constraint[..(at + 1)] + name + constraint[(at + 1 + table.Name.Name.Length)..]
                : constraint;
        var renamed = table with
        {
            Name = table.Name with { Name = name },
            PrimaryKey = table.PrimaryKey is { } key ? key with { Name = Follow(key.Name) } : null,
            UniqueConstraints = table.UniqueConstraints.Replace(_ => true, k => k with { Name = Follow(k.Name) }),
            ForeignKeys = table.ForeignKeys.Replace(_ => true, k => k with { Name = Follow(k.Name) }),
            Indexes = table.Indexes.Replace(_ => true, i => i.RawSql is null ? i with { Name = Follow(i.Name) } : i with { RawSql = i.RawSql.Replace($"ON {Quote(table.Name)} ", $"ON {Quote(table.Name with { Name = name })} ") }),
            Checks = table.Checks.Replace(_ => true, c => c with { Name = Follow(c.Name) }),
        };
        pair.To = pair.To with { Tables = pair.To.Tables.Remove(table.Name).Add(renamed.Name, renamed) };
        pair.SetAll(t => t with { ForeignKeys = t.ForeignKeys.Replace(k => k.PrincipalTable == table.Name, k => k with { PrincipalTable = renamed.Name }) });
        pair.RenameTable(table.Name, renamed.Name);
        return "rename table";
    }

    public string? Comment(PairBuilder pair, Table table)
    {
        pair.Set(table with { Comment = table.Comment is null ? "It's new" : parts.Draw.Chance(50) ? null : table.Comment + "\nmore" });
        return "change comment of table";
    }

    public string? InsertRow(PairBuilder pair, Table table)
    {
        if (table.PrimaryKey is null)
            return null;
        var row = parts.Seeds.Row(table, SeedGenerator.First + 10 + parts.Draw.Below(1000));
        if (table.Seeds.Any(r => table.PrimaryKey.Columns.All(c => SeedKey.Same(r.Values[c], row.Values[c]))))
            return null;
        pair.Set(table with { Seeds = table.Seeds.Add(row) });
        return "insert seed";
    }

    public string? DeleteRow(PairBuilder pair, Table table)
    {
        if (parts.Draw.PickOrNull(table.Seeds) is not { } row)
            return null;
        pair.Set(table with { Seeds = table.Seeds.RemoveAll(r => r.Equals(row)) });
        return "delete seed";
    }

    public string? UpdateRow(PairBuilder pair, Table table)
    {
        var row = parts.Draw.PickOrNull(table.Seeds);
        var column = parts.Draw.PickOrNull(table.Columns.Where(c => c.ComputedSql is null && !pair.ChangesType(table, c) && table.PrimaryKey?.Columns.Contains(c.Name) != true
            && !table.ForeignKeys.Any(k => k.Columns.Contains(c.Name)) && !table.UniqueConstraints.Any(k => k.Columns.Contains(c.Name))));
        if (row is null || column is null)
            return null;
        var value = column.IsNullable && parts.Draw.Chance(30) ? null : ColumnKind.Of(column).Natural(2000 + parts.Draw.Below(9000));
        pair.Set(table with { Seeds = table.Seeds.Replace(r => r.Equals(row), r => parts.Seeds.Set(r, column, value)) });
        return "update seed";
    }

    private string? FreeName(PairBuilder pair)
        => parts.Draw.PickOrNull([.. SchemaGen.TableNames, "Clients", "Purchases"]) is { } name && pair.To.Tables.Keys.All(t => t.Name != name) ? name : null;

    private static string Quote(ObjectName name) => SqlText.Quote(name);
}
