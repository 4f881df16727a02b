using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Tests.Generators;

/// <summary>Names what a schema has, so that tests can tell whether everything is drawn often enough.</summary>
internal static class SchemaFeatures
{
    public static readonly string[] All =
    [
        "autoincrement", "plain integer key", "text key", "composite key", "no key", "nullable column", "required column",
        "default value", "default expression", "virtual column", "stored column", "collation", "comment of column", "comment of table",
        "unique constraint", "foreign key", "composite foreign key", "self reference", "cycle",
        "on delete NoAction", "on delete Restrict", "on delete Cascade", "on delete SetNull", "on delete SetDefault", "on update",
        "index", "unique index", "composite index", "descending index", "filtered index", "check", "seeds",
        .. SqliteDialect.AllKinds.Select(k => k.ClrType.Name),
    ];

    public static IEnumerable<string> Of(SchemaState state) => state.Tables.Values.SelectMany(t => OfTable(state, t)).Distinct();

    private static IEnumerable<string> OfTable(SchemaState state, Table table)
    {
        foreach (var (isThere, feature) in Facts(state, table))
        {
            if (isThere)
                yield return feature;
        }

        foreach (var key in table.ForeignKeys)
            yield return "on delete " + key.OnDelete;
        foreach (var column in table.Columns)
            yield return column.Hints.ClrType!.Name;
    }

    private static IEnumerable<(bool IsThere, string Feature)> Facts(SchemaState state, Table table) =>
    [
        (table.Columns.Any(ColumnKind.IsNumbered), "autoincrement"),
        (IsKey(table, ValueSort.Integer) && !table.Columns.Any(ColumnKind.IsNumbered), "plain integer key"),
        (IsKey(table, ValueSort.Text), "text key"),
        (table.PrimaryKey?.Columns.Count > 1, "composite key"),
        (table.PrimaryKey is null, "no key"),
        (table.Columns.Any(c => c.IsNullable), "nullable column"),
        (table.Columns.Any(c => !c.IsNullable), "required column"),
        (table.Columns.Any(c => c.Hints.DefaultValue is not null), "default value"),
        (table.Columns.Any(c => c.DefaultSql is not null && c.Hints.DefaultValue is null), "default expression"),
        (table.Columns.Any(c => c.ComputedSql is not null && !c.IsStored), "virtual column"),
        (table.Columns.Any(c => c.IsStored), "stored column"),
        (table.Columns.Any(c => c.Collation is not null), "collation"),
        (table.Columns.Any(c => c.Comment is not null), "comment of column"),
        (table.Comment is not null, "comment of table"),
        (table.UniqueConstraints.Count > 0, "unique constraint"),
        (table.ForeignKeys.Count > 0, "foreign key"),
        (table.ForeignKeys.Any(k => k.Columns.Count > 1), "composite foreign key"),
        (table.ForeignKeys.Any(k => k.PrincipalTable == table.Name), "self reference"),
        (table.ForeignKeys.Any(k => k.PrincipalTable != table.Name && state.Tables[k.PrincipalTable].ForeignKeys.Any(b => b.PrincipalTable == table.Name)), "cycle"),
        (table.ForeignKeys.Any(k => k.OnUpdate != default), "on update"),
        (table.Indexes.Count > 0, "index"),
        (table.Indexes.Any(i => i.IsUnique), "unique index"),
        (table.Indexes.Any(i => i.Columns.Count > 1), "composite index"),
        (table.Indexes.Any(i => i.IsDescending.Count > 0), "descending index"),
        (table.Indexes.Any(i => i.Filter is not null), "filtered index"),
        (table.Checks.Count > 0, "check"),
        (table.Seeds.Count > 0, "seeds"),
    ];

    private static bool IsKey(Table table, ValueSort sort)
        => table.PrimaryKey?.Columns is [var key] && ColumnKind.SortOf(table.FindColumn(key)!) == sort;
}
