using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;
using Index = DbMigrate.Engine.Schema.Index;

namespace DbMigrate.Engine.Tests.Generators;

/// <summary>Draws tables and the parts of tables, but for foreign keys and rows.</summary>
internal sealed class TableGenerator(Draw draw, ProviderTraits traits)
{
    // PostgreSQL's limit is 63; something may be added yet.
    private const int Longest = 48;

    private static readonly string[] Names =
        ["Name", "Code", "Price", "Amount", "Note", "Active", "Born", "Owner", "Order", "Full Name", "Data", "Rate", "Level", "Tag", "Size", "Unit"];

    private readonly Dialect _dialect = Dialect.Of(traits);

    public Table Table(string name)
    {
        var table = Keyed(new Table { Name = _dialect.TableName(draw, name), Comment = draw.Chance(15) ? "All about\n" + name : null, Entity = draw.Chance(50) ? "Shop." + name.Replace(" ", "") : null });
        for (var count = draw.Between(1, 5); count > 0; count--)
            table = table with { Columns = table.Columns.Add(Column(table)) };
        if (draw.Chance(30) && Computed(table) is { } computed)
            table = table with { Columns = table.Columns.Add(computed) };
        if (draw.Chance(25) && Unique(table) is { } unique)
            table = table with { UniqueConstraints = [unique] };
        for (var count = draw.Between(0, 2); count > 0; count--)
            table = Add(table, Index(table));
        if (draw.Chance(30) && Check(table) is { } check)
            table = table with { Checks = [check] };
        return _dialect.Adorn(draw, table);
    }

    public string FreeName(Table table) => draw.Pick([.. Names.Where(n => table.Columns.All(c => c.Name != n))]);

    public Column Column(Table table)
    {
        var kind = draw.Pick(_dialect.Kinds);
        var column = kind.Column(FreeName(table), draw.Chance(50));
        if (kind is { Sort: ValueSort.Text } && kind.ClrType == typeof(string) && draw.Chance(25))
            column = column with { Collation = _dialect.Collation };
        if (draw.Chance(15))
            column = column with { Comment = "What is \"" + column.Name + "\"?" };
        return _dialect.Adorn(draw, draw.Chance(35) ? WithDefault(column) : column);
    }

    public Column WithDefault(Column column)
    {
        var kind = ColumnKind.Of(column);
        if (kind.Expressions.Count > 0 && draw.Chance(40))
            return column with { DefaultSql = SqlText.Normalize(draw.Pick(kind.Expressions)), Hints = column.Hints with { DefaultValue = null } };
        var value = kind.Natural(draw.Between(1, 3));
        return column with { DefaultSql = SqlText.Normalize(traits.Literal(value, column.StoreType)), Hints = column.Hints with { DefaultValue = value } };
    }

    public Column? Computed(Table table)
    {
        var source = draw.PickOrNull(table.Columns.Where(c => ColumnKind.SortOf(c) != ValueSort.Other && (c.ComputedSql is null || (_dialect.HasVirtualColumns && draw.Chance(30)))));
        if (source is null)
            return null;
        var sort = ColumnKind.SortOf(source);
        var sql = SqlText.Quote(source.Name) + (sort == ValueSort.Text ? " || '!'" : " + " + draw.Between(1, 9));
        var type = sort == ValueSort.Text ? typeof(string) : sort == ValueSort.Real ? typeof(double) : typeof(long);
        return _dialect.Kind(type).Column(FreeName(table), true) with { ComputedSql = sql, IsStored = !_dialect.HasVirtualColumns || draw.Chance(50) };
    }

    public Key? Unique(Table table)
    {
        var columns = draw.Some(table.Columns.Where(c => IsDistinct(c) && !c.IsNullable && table.PrimaryKey?.Columns.Contains(c.Name) != true), 2);
        var key = new Key(Name("AK", table.Name.Name, columns.Select(c => c.Name)), columns.Select(c => c.Name).ToEquatableList());
        return columns.Count == 0 || table.UniqueConstraints.Any(k => k.Columns.Equals(key.Columns) || k.Name == key.Name) ? null : key;
    }

    public Index Index(Table table)
    {
        var columns = draw.Some(table.Columns, 3);
        var distinct = columns.Any(IsDistinct);
        var filter = draw.Chance(25) ? SqlText.Quote(draw.Pick(table.Columns.Where(c => c.ComputedSql is null).ToList()).Name) + " IS NOT NULL" : null;
        var index = new Index(Name("IX", table.Name.Name, columns.Select(c => c.Name)), columns.Select(c => c.Name).ToEquatableList())
        {
            IsUnique = distinct && draw.Chance(35),
            IsDescending = draw.Chance(25) ? columns.Select((_, i) => i == 0 || draw.Chance(50)).ToEquatableList() : [],
            Filter = filter,
        };
        return _dialect.Adorn(draw, table, index);
    }

    public static Table Add(Table table, Index index)
        => table.Indexes.Any(i => i.Name == index.Name) ? table : table with { Indexes = table.Indexes.Add(index) };

    public Check? Check(Table table)
    {
        var column = draw.PickOrNull(table.Columns.Where(c => c.ComputedSql is null && ColumnKind.SortOf(c) is ValueSort.Integer or ValueSort.Text));
        if (column is null)
            return null;
        var name = "CK_" + table.Name.Name + "_" + column.Name;
        var sql = ColumnKind.SortOf(column) == ValueSort.Integer ? SqlText.Quote(column.Name) + " >= " + -draw.Between(7, 19) : $"length({SqlText.Quote(column.Name)}) < {draw.Between(100, 200)}";
        return table.Checks.Any(c => c.Name == name) ? null : new(name, sql);
    }

    public static bool IsDistinct(Column column) => column.ComputedSql is null && ColumnKind.Of(column).IsDistinct;

    /// <summary>A name as EF chooses it, short enough for every database.</summary>
    public static string Name(string prefix, string table, IEnumerable<string> columns)
    {
        var name = prefix + "_" + table + "_" + string.Join("_", columns);
        return name.Length <= Longest ? name : name[..(Longest - 8)] + "_" + name.Aggregate(7, (hash, c) => ((hash * 31) + c) % 1_000_003);
    }

    private Table Keyed(Table table)
    {
        var (integer, text) = (_dialect.Kind(typeof(int)), _dialect.Kind(typeof(string)));
        Column[] columns = draw.Below(12) switch
        {
            < 4 => [integer.Column("Id", false) with { Annotations = _dialect.Numbering(draw) }],
            4 or 5 => [integer.Column("Id", false)],
            6 => [text.Column("Id", false)],
            7 => [text.Column("Part", false), integer.Column("Number", false)],
            8 => [integer.Column("Number", false), integer.Column("Id", false)],
            _ => [],
        };
        return table with
        {
            Columns = [.. columns],
            PrimaryKey = columns.Length == 0 ? null : new("PK_" + table.Name.Name, columns.Select(c => c.Name).Reverse().ToEquatableList()),
        };
    }
}
