using System.Linq;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations;

namespace DbMigrate.Engine.Tests.Generators;

/// <summary>Changes of columns that rows survive, there and back.</summary>
internal sealed class ColumnEdits(SchemaGenerators parts)
{
    public string? Add(PairBuilder pair, Table table)
    {
        var column = parts.Tables.Column(table);
        pair.Set(WithValues(table with { Columns = table.Columns.Add(column) }, column));
        return column.IsNullable ? "add column" : column.DefaultSql is null ? "add required column" : "add column with default";
    }

    public string? AddComputed(PairBuilder pair, Table table)
    {
        if (parts.Tables.Computed(table) is not { } column)
            return null;
        pair.Set(table with { Columns = table.Columns.Add(column) });
        return "add computed column";
    }

    public string? Drop(PairBuilder pair, Table table)
    {
        var computed = parts.Draw.Chance(40) ? parts.Draw.PickOrNull(table.Columns.Where(c => c.ComputedSql is not null && CanDrop(pair, table, c))) : null;
        var column = computed ?? parts.Draw.PickOrNull(table.Columns.Where(c => CanDrop(pair, table, c)));
        if (column is null || table.Columns.Count(c => c.ComputedSql is null) < 2)
            return null;
        pair.Set(Without(table, column.Name));
        pair.DropColumn(table.Name, column.Name);
        return column.ComputedSql is null ? "drop column" : "drop computed column";
    }

    public string? Replace(PairBuilder pair, Table table)
    {
        // A column goes, another takes its name.
        var gone = parts.Draw.PickOrNull(table.Columns.Where(c => CanDrop(pair, table, c) && c.ComputedSql is null));
        var heir = parts.Draw.PickOrNull(table.Columns.Where(c => c.Name != gone?.Name && c.ComputedSql is null && table.PrimaryKey?.Columns.Contains(c.Name) != true));
        if (gone is null || heir is null || pair.Before(table.Name, heir.Name) is null)
            return null;
        pair.Set(Without(table, gone.Name));
        pair.DropColumn(table.Name, gone.Name);
        Rename(pair, pair.To.Tables[table.Name], heir.Name, gone.Name);
        return "drop column and rename another to it";
    }

    public string? Rename(PairBuilder pair, Table table)
    {
        if (table.Columns.Count == 0)
            return null;
        var column = parts.Draw.Pick(table.Columns);
        Rename(pair, table, column.Name, parts.Tables.FreeName(table));
        return "rename column";
    }

    public string? Swap(PairBuilder pair, Table table)
    {
        var columns = parts.Draw.Some(table.Columns.Where(c => c.ComputedSql is null), 2);
        if (columns.Count < 2)
            return null;
        Rename(pair, table, columns[0].Name, "Passing");
        Rename(pair, pair.To.Tables[table.Name], columns[1].Name, columns[0].Name);
        Rename(pair, pair.To.Tables[table.Name], "Passing", columns[1].Name);
        return "swap columns";
    }

    public string? Nullability(PairBuilder pair, Table table)
    {
        var column = parts.Draw.PickOrNull(table.Columns.Where(c => c.ComputedSql is null && !IsKey(pair, table, c) && !pair.ChangesType(table, c) && !IsUnique(table, c)));
        if (column is null || table.ForeignKeys.Any(k => k.Columns.Contains(column.Name) && (k.OnDelete != ReferentialAction.NoAction || IsHalfNew(pair, table, k, column))))
            return null;
        var changed = column with { IsNullable = !column.IsNullable };
        pair.Set(WithValues(Changed(table, changed), changed));
        return changed.IsNullable ? "loosen column" : "tighten column";
    }

    // Rows would have their own value in one column of a reference, and the fill, which is one for all, in the other.
    private static bool IsHalfNew(PairBuilder pair, Table table, ForeignKey key, Column column)
        => key.Columns.Count > 1 && pair.Before(table.Name) is not null && pair.Before(table.Name, column.Name) is null;

    public string? Default(PairBuilder pair, Table table)
    {
        var column = parts.Draw.PickOrNull(table.Columns.Where(c => c.ComputedSql is null && table.PrimaryKey?.Columns.Contains(c.Name) != true && !IsUnique(table, c) && !IsReferring(table, c)));
        if (column is null)
            return null;
        var changed = column.DefaultSql is null || parts.Draw.Chance(50) ? parts.Tables.WithDefault(column) : column with { DefaultSql = null, Hints = column.Hints with { DefaultValue = null } };
        pair.Set(Changed(table, changed) with
        {
            // Rows keep what they had.
            Seeds = table.Seeds.Select(r => parts.Seeds.Set(r, changed, SeedCell.Of(r, column) is { IsKnown: true, Value: var value } ? value : ColumnKind.Of(column).Natural(NumberOf(table, r)))).ToEquatableList(),
        });
        return "change default";
    }

    public string? Type(PairBuilder pair, Table table)
    {
        var conversions = parts.Dialect.Conversions;
        var column = parts.Draw.PickOrNull(table.Columns.Where(c => conversions.Any(v => v.From == ColumnKind.Of(c)) && c.DefaultSql is null && c.ComputedSql is null && !IsKey(pair, table, c) && !IsReferring(table, c)));
        if (column is null || pair.Before(table.Name, column.Name) is not { } before || before.StoreType != column.StoreType || before.IsNullable != column.IsNullable)
            return null;
        var (_, kind, convert) = parts.Draw.Pick(conversions.Where(v => v.From == ColumnKind.Of(column)).ToList());
        var changed = column with { StoreType = kind.StoreType, Collation = kind.Sort == ValueSort.Text ? column.Collation : null, Annotations = AnnotationSet.Empty, Hints = column.Hints with { ClrType = kind.ClrType } };
        if (!parts.Dialect.ConvertsConditions)
        {
            if (table.Columns.Any(c => c.ComputedSql?.Contains(SqlText.Quote(column.Name)) == true))
                return null;
            table = table with
            {
                Checks = table.Checks.RemoveAll(c => c.Sql.Contains(SqlText.Quote(column.Name))),
                Indexes = table.Indexes.RemoveAll(i => i.RawSql?.Contains(SqlText.Quote(column.Name)) == true || (i.Annotations.Count > 0 && i.Columns.Contains(column.Name))),
            };
        }

        object? Convert(object? value) => value is null ? null : convert(value);
        pair.Set(Changed(table, changed) with
        {
            Seeds = table.Seeds.Select(r => r.Values.TryGetValue(column.Name, out var value) ? parts.Seeds.Set(r, changed, Convert(value)) : r).ToEquatableList(),
        });
        return "change type";
    }

    public string? Collation(PairBuilder pair, Table table)
    {
        var column = parts.Draw.PickOrNull(table.Columns.Where(c => c.Hints.ClrType == typeof(string) && ColumnKind.SortOf(c) == ValueSort.Text && c.ComputedSql is null && !IsKey(pair, table, c) && !IsReferring(table, c)));
        if (column is null)
            return null;
        pair.Set(Changed(table, column with { Collation = column.Collation is null ? parts.Dialect.Collation : null }));
        return "change collation";
    }

    public string? Comment(PairBuilder pair, Table table)
    {
        if (table.Columns.Count == 0)
            return null;
        var column = parts.Draw.Pick(table.Columns);
        pair.Set(Changed(table, column with { Comment = column.Comment is null ? "New\nlines" : parts.Draw.Chance(50) ? null : column.Comment + "?" }));
        return "change comment of column";
    }

    public string? Computed(PairBuilder pair, Table table)
    {
        var column = parts.Draw.PickOrNull(table.Columns.Where(c => c.ComputedSql is not null));
        if (column is null)
            return null;
        pair.Set(Changed(table, parts.Dialect.HasVirtualColumns && parts.Draw.Chance(40) ? column with { IsStored = !column.IsStored } : column with { ComputedSql = column.ComputedSql + (ColumnKind.SortOf(column) == ValueSort.Text ? " || '?'" : " + 1") }));
        return "change computed column";
    }

    private static Table Changed(Table table, Column column) => table with { Columns = table.Columns.Replace(c => c.Name == column.Name, _ => column) };

    // Rows have something in a column that requires it.
    private Table WithValues(Table table, Column column)
        => column.IsNullable ? table : table with
        {
            Seeds = table.Seeds.Select(r => SeedCell.Of(r, column) is { IsKnown: true, Value: null } || (!r.Values.ContainsKey(column.Name) && parts.Draw.Chance(50))
                ? parts.Seeds.Set(r, column, ColumnKind.Of(column).Natural(NumberOf(table, r)))
                : r).ToEquatableList(),
        };

    private static int NumberOf(Table table, SeedRow row) => SeedGenerator.First + table.Seeds.ToList().IndexOf(row);

    // On the way back its rows all have the same value, or none.
    private static bool CanDrop(PairBuilder pair, Table table, Column column)
        => IsFree(table, column) && (pair.Before(table.Name, column.Name) is not { } before || IsFree(pair.Before(table.Name)!, before));

    private static bool IsFree(Table table, Column column)
        => table.PrimaryKey?.Columns.Contains(column.Name) != true
            && table.UniqueConstraints.All(k => !k.Columns.Contains(column.Name))
            && ((column.IsNullable && column.DefaultSql is null) || (!IsReferring(table, column) && !IsUnique(table, column)));

    private static bool Includes(Schema.Index index, string column) => (index.Annotations["Npgsql:IndexInclude"] as string[])?.Contains(column) == true;

    private static bool IsUnique(Table table, Column column) => table.Indexes.Any(i => i.IsUnique && i.Columns.Contains(column.Name));

    private static bool IsReferring(Table table, Column column) => table.ForeignKeys.Any(k => k.Columns.Contains(column.Name));

    private static bool IsKey(PairBuilder pair, Table table, Column column)
        => table.PrimaryKey?.Columns.Contains(column.Name) == true
            || table.UniqueConstraints.Any(k => k.Columns.Contains(column.Name))
            || pair.To.Tables.Values.Any(t => t.ForeignKeys.Any(k => k.PrincipalTable == table.Name && k.PrincipalColumns.Contains(column.Name)));

    // What mentions the column goes with it.
    private static Table Without(Table table, string column)
    {
        var quoted = SqlText.Quote(column);
        foreach (var reader in table.Columns.Where(c => c.ComputedSql?.Contains(quoted) == true).ToList())
            table = table with { Columns = table.Columns.Replace(c => c.Name == reader.Name, c => c with { ComputedSql = ColumnKind.SortOf(c) == ValueSort.Text ? "'gone'" : "1 + 1" }) };
        return table with
        {
            Columns = table.Columns.RemoveAll(c => c.Name == column),
            ForeignKeys = table.ForeignKeys.RemoveAll(k => k.Columns.Contains(column)),
            Indexes = table.Indexes.RemoveAll(i => i.Columns.Contains(column) || i.Filter?.Contains(quoted) == true || i.RawSql?.Contains(quoted) == true || Includes(i, column)),
            Checks = table.Checks.RemoveAll(c => c.Sql.Contains(quoted)),
            Seeds = table.Seeds.Select(r => new SeedRow(r.Values.Remove(column))).ToEquatableList(),
        };
    }

    private void Rename(PairBuilder pair, Table table, string from, string to)
    {
        EquatableList<string> Names(EquatableList<string> names) => names.Replace(n => n == from, _ => to);
        string? Sql(string? sql) => sql is null ? null : SqlText.RenameIdentifier(sql, from, to);
        string Default(string name, string prefix, EquatableList<string> columns)
            => columns.Contains(from) && parts.Draw.Chance(80) ? TableGenerator.Name(prefix, table.Name.Name, Names(columns)) : name;
        AnnotationSet Included(AnnotationSet facets) => facets["Npgsql:IndexInclude"] is string[] names ? facets.With("Npgsql:IndexInclude", names.Select(n => n == from ? to : n).ToArray()) : facets;
        var renamed = table with
        {
            Columns = table.Columns.Replace(_ => true, c => c with { Name = c.Name == from ? to : c.Name, ComputedSql = Sql(c.ComputedSql) }),
            PrimaryKey = table.PrimaryKey is { } key ? key with { Columns = Names(key.Columns) } : null,
            UniqueConstraints = table.UniqueConstraints.Replace(_ => true, k => k with { Name = Default(k.Name, "AK", k.Columns), Columns = Names(k.Columns) }),
            Indexes = table.Indexes.Replace(_ => true, i => i with { Name = Default(i.Name, "IX", i.Columns), Columns = Names(i.Columns), Filter = Sql(i.Filter), RawSql = Sql(i.RawSql), Annotations = Included(i.Annotations) }),
            Checks = table.Checks.Replace(_ => true, c => c with { Sql = Sql(c.Sql)! }),
            ForeignKeys = table.ForeignKeys.Replace(_ => true, k => k with
            {
                Name = Default(k.Name, "FK", k.Columns),
                Columns = Names(k.Columns),
                PrincipalColumns = k.PrincipalTable == table.Name ? Names(k.PrincipalColumns) : k.PrincipalColumns,
            }),
            Seeds = table.Seeds.Select(r => r.Values.TryGetValue(from, out var value) ? new SeedRow(r.Values.Remove(from).SetItem(to, value)) : r).ToEquatableList(),
        };
        pair.Set(renamed);
        pair.SetAll(t => t.Name == table.Name ? t : t with
        {
            ForeignKeys = t.ForeignKeys.Replace(k => k.PrincipalTable == table.Name, k => k with { PrincipalColumns = Names(k.PrincipalColumns) }),
        });
        pair.RenameColumn(table.Name, from, to);
    }
}
