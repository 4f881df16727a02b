using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using Microsoft.EntityFrameworkCore;

namespace DbMigrate.Engine.Tests.Laws;

/// <summary>Draws models with every feature that EF's SQLite provider writes; names come from small pools, so that two models overlap.</summary>
internal static class ModelGen
{
    private static readonly string[] TableNames = ["Customers", "Order Details", "order", "Größe"];

    private static readonly (string Name, Type Type)[] ColumnPool =
    [
        ("Name", typeof(string)), ("Zip Code", typeof(string)), ("select", typeof(string)), ("Price", typeof(decimal)), ("Amount", typeof(int)),
        ("Total", typeof(long)), ("Ratio", typeof(double)), ("Flag", typeof(bool)), ("Data", typeof(byte[])), ("Created", typeof(DateTime)), ("Token", typeof(Guid)),
    ];

    private static readonly Gen<string?> Comment = Gen.OneOf<string?>(null, null, null, "one line", "two\nlines", "first\n\n  -- third, indented", "it's; \"quoted\")");

    private static readonly Gen<bool> Seldom = Gen.Int[0, 3].Select(i => i == 0);

    public static Gen<ModelSpec> Model { get; } =
        from count in Gen.Int[1, TableNames.Length]
        from tables in All(TableNames.Take(count).Select(Table))
        from references in Gen.Int[0, 7].Select(Gen.Int[0, 3], Gen.OneOf(DeleteBehavior.Cascade, DeleteBehavior.Restrict, DeleteBehavior.SetNull, DeleteBehavior.NoAction), Gen.Bool).Array[count]
        select new ModelSpec([.. tables.Select((t, i) => Connect(tables, i, references[i]))]);

    private static Gen<T[]> All<T>(IEnumerable<Gen<T>> items)
        => items.Aggregate(Gen.Const(Array.Empty<T>()), (all, item) => Gen.Select(all, item, (a, i) => (T[])[.. a, i]));

    private static Gen<TableSpec> Table(string name) =>
        from key in Gen.Frequency((4, KeyKind.Autoincrement), (2, KeyKind.PlainInteger), (2, KeyKind.Text), (2, KeyKind.Composite), (1, KeyKind.None))
        from keyName in Seldom
        from comment in Comment
        from picked in Gen.Shuffle(ColumnPool, 2, 7)
        from columns in All(picked.Select(p => Column(p.Name, p.Type)))
        from computed in Gen.Int[0, 4]
        from unique in Seldom
        from indexes in Gen.Int[0, 5].Select(Gen.Bool, Gen.Bool, Gen.Bool).Array[0, 3]
        from checks in Gen.Int[0, 2]
        from seeds in Gen.Int[0, 3]
        select Finish(new(name, key, columns) { KeyName = keyName ? "key of " + name : null, Comment = comment }, computed, unique, indexes, checks, seeds);

    private static Gen<ColumnSpec> Column(string name, Type type) =>
        from nullable in Gen.Bool
        from comment in Comment
        from how in Gen.Int[0, 5]
        from collation in Gen.OneOf<string?>(null, null, "NOCASE", "RTRIM")
        from storeType in Seldom
        select new ColumnSpec(name, type, nullable)
        {
            Comment = comment,
            Default = how == 0 ? DefaultValue(type) : null,
            DefaultSql = how == 1 ? DefaultSql(type) : null,
            Collation = type == typeof(string) ? collation : null,
            StoreType = !storeType ? null : type == typeof(string) ? "varchar(20)" : type == typeof(decimal) ? "decimal(10, 2)" : null,
        };

    private static object? DefaultValue(Type type)
        => type == typeof(string) ? "it's\r\na \"default\""
            : type == typeof(decimal) ? -1.50m
            : type == typeof(int) ? -7
            : type == typeof(long) ? 1L << 40
            : type == typeof(double) ? 1e-10
            : type == typeof(bool) ? true
            : type == typeof(byte[]) ? new byte[] { 1, 255 }
            : type == typeof(DateTime) ? new DateTime(2026, 11, 22, 14, 3, 0, DateTimeKind.Unspecified)
            : new Guid("11111111-2222-3333-4444-555555555555");

    private static string? DefaultSql(Type type)
        => type == typeof(string) ? "lower('A' || ')')"
            : type == typeof(DateTime) ? "CURRENT_TIMESTAMP"
            : type == typeof(byte[]) ? "randomblob(4)"
            : type == typeof(int) || type == typeof(long) ? "(1) + (2)"
            : null;

    private static TableSpec Finish(TableSpec table, int computed, bool unique, (int Column, bool IsUnique, bool IsDescending, bool IsFiltered)[] indexes, int checks, int seeds)
    {
        var columns = table.Columns.ToList();
        var source = columns[0];
        if (computed < 2)
            columns.Add(new("Computed", typeof(string), true) { Computed = $"upper(\"{source.Name}\")", IsStored = computed == 0 });
        var alternate = unique && table.Key != KeyKind.None ? columns.FindIndex(c => c is { IsNullable: false, Default: null, DefaultSql: null, Computed: null }) : -1;
        return table with
        {
            Columns = columns,
            Unique = alternate >= 0 ? [columns[alternate].Name] : [],
            Indexes = [.. indexes.DistinctBy(i => i.Column).Select((i, n) => Index(table, columns, i, n))],
            Checks = [.. columns.Where(c => c.Computed is null).Take(checks).Select(c => new CheckSpec($"CK {c.Name}", Condition(c)))],

            // Values are distinct for three rows only in columns that are no bool.
            Seeds = table.Key == KeyKind.None ? 0 : columns.Exists(c => c.Type == typeof(bool)) ? Math.Min(seeds, 1) : seeds,
        };
    }

    private static IndexSpec Index(TableSpec table, List<ColumnSpec> columns, (int Column, bool IsUnique, bool IsDescending, bool IsFiltered) drawn, int number)
    {
        var first = columns[drawn.Column % columns.Count].Name;
        var second = columns[(drawn.Column + 1) % columns.Count].Name;
        return new($"IX {table.Name} {number}", number % 2 == 0 ? first : first + "," + second, drawn.IsUnique, drawn.IsDescending, drawn.IsFiltered ? $"\"{first}\" IS NOT NULL" : null);
    }

    private static string Condition(ColumnSpec column)
        => column.Type == typeof(string) ? $"length(\"{column.Name}\")  < 1000 -- short\n" : $"(\"{column.Name}\" IS NOT 'x''y')";

    private static TableSpec Connect(TableSpec[] tables, int index, (int Kind, int Principal, DeleteBehavior OnDelete, bool IsNullable) drawn)
    {
        var table = tables[index];
        var principal = tables[drawn.Principal % (index + 1)];
        if (drawn.Kind > 4 || !principal.HasSingleKey || table.Key == KeyKind.None)
            return table;

        // The rows of a table that points to itself would have to come in an order.
        var isNullable = drawn.IsNullable || drawn.OnDelete == DeleteBehavior.SetNull || principal.Seeds == 0 || principal == table;
        return table with { ForeignKeys = [new("Owner", principal.Name, isNullable, drawn.OnDelete)] };
    }
}
