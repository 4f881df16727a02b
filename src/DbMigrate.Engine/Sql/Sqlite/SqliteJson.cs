using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Sql.Text;

namespace DbMigrate.Engine.Sql.Sqlite;

/// <summary>JSON by SQLite's own functions. EF Core writes into it what it writes into columns, but true and false. A path has no way to say a quote in a name.</summary>
internal sealed class SqliteJson : JsonSql
{
    /// <inheritdoc />
    public override string Object(Column column, IEnumerable<(string Name, string Value)> values)
        => $"json_object({string.Join(", ", values.Select(v => $"{Literal(v.Name)}, {v.Value}"))})";

    /// <inheritdoc />
    public override string? Write(Column source, string name)
        => source.Hints.ClrType == typeof(bool) ? $"json(CASE {name} WHEN 0 THEN 'false' WHEN 1 THEN 'true' END)" : IsSame(source) ? name : null;

    /// <inheritdoc />
    public override string? Read(Column column, string name, Column target)
        => name.Contains('"', StringComparison.Ordinal) || !(IsSame(target) || target.Hints.ClrType == typeof(bool))
            ? null
            : $"json_extract({SqlText.Quote(column.Name)}, {Literal($"$.\"{name}\"")})";

    private static bool IsSame(Column column)
        => column.Hints.ClrType is { } type && (IsPlain(type) || type == typeof(decimal) || type == typeof(DateTime) || type == typeof(DateTimeOffset));
}
