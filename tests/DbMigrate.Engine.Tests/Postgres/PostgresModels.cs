using System;
using System.Linq;
using CsCheck;
using DbMigrate.Engine.Tests.Laws;

namespace DbMigrate.Engine.Tests.Postgres;

/// <summary>Drawn models as PostgreSQL can have them: its own types, collations and functions, a schema, and conversions between the two of a pair.</summary>
internal static class PostgresModels
{
    public static Gen<ModelSpec> Model { get; } = ModelGen.Model.Select(m => Of(m, isSecond: false));

    public static Gen<(ModelSpec From, ModelSpec To)> Pair { get; } = Gen.Select(ModelGen.Model, ModelGen.Model).Select(p => (Of(p.Item1, isSecond: false), Of(p.Item2, isSecond: true)));

    private static ModelSpec Of(ModelSpec model, bool isSecond) => new([.. model.Tables.Select(t => Of(t, isSecond))]);

    private static TableSpec Of(TableSpec table, bool isSecond)
    {
        var columns = table.Columns.Select(c => Of(c, table, isSecond)).ToList();
        return table with
        {
            Columns = columns,
            Checks = [.. table.Checks.Select(c => c with { Sql = Condition(columns.Single(o => "CK " + o.Name == c.Name)) })],
            Indexes = [.. table.Indexes.Where(i => i.Columns.Split(',').All(n => columns.Exists(c => c.Name == n)))],
        };
    }

    private static ColumnSpec Of(ColumnSpec column, TableSpec table, bool isSecond)
    {
        var type = isSecond && column.Default is null && column.DefaultSql is null && table.Seeds == 0 && column.Computed is null ? Converted(column.Type) : column.Type;
        return column with
        {
            Type = type,
            StoreType = type == typeof(DateTime) ? "timestamp without time zone" : type == typeof(string) && column.StoreType is not null ? "varchar(20)" : type == typeof(decimal) && column.StoreType is not null ? "decimal(10, 2)" : null,
            DefaultSql = column.DefaultSql is null ? null : type == typeof(string) ? "lower('A'  || ')')" : type == typeof(DateTime) ? "(now() AT TIME ZONE 'utc')" : type == typeof(byte[]) ? "decode('00ff', 'hex')" : "(1) + (2)",
            Computed = column.Computed is null ? null : Expression(table.Columns[0]),
            IsStored = column.Computed is not null,
            Collation = column.Collation is null || type != typeof(string) ? null : column.Collation == "NOCASE" ? "C" : "POSIX",
        };
    }

    private static Type Converted(Type type)
        => type == typeof(int) ? typeof(long) : type == typeof(long) ? typeof(decimal) : type == typeof(bool) ? typeof(int) : type == typeof(Guid) ? typeof(string) : type;

    private static string Expression(ColumnSpec source)
        => source.Type == typeof(string) ? $"upper(\"{source.Name}\")" : $"CASE  WHEN \"{source.Name}\" IS NULL THEN 'none' END";

    private static string Condition(ColumnSpec column)
        => column.Type == typeof(string) ? $"length(\"{column.Name}\")  < 1000 -- short\n" : $"(\"{column.Name}\" IS NULL OR \"{column.Name}\" = \"{column.Name}\")";
}
