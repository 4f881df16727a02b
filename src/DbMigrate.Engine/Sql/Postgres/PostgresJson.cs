using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Sql.Text;

namespace DbMigrate.Engine.Sql.Postgres;

/// <summary>JSON by the server's own functions, which write all types as EF Core does but a moment: that has the session's zone.</summary>
internal sealed class PostgresJson : JsonSql
{
    private const string Moment = "timestamp with time zone";

    /// <inheritdoc />
    public override string Object(Column column, IEnumerable<(string Name, string Value)> values)
    {
        var json = $"jsonb_build_object({string.Join(", ", values.Select(v => $"{Literal(v.Name)}, {v.Value}"))})";
        return column.StoreType == "jsonb" ? json : $"CAST({json} AS {column.StoreType})";
    }

    /// <inheritdoc />
    public override string? Write(Column source, string name)
        => !IsSame(source) ? null
            : source.StoreType == Moment ? $"to_char({name} AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"
            : name;

    /// <inheritdoc />
    public override string? Read(Column column, string name, Column target)
    {
        var json = column.StoreType == "jsonb" ? SqlText.Quote(column.Name) : $"CAST({SqlText.Quote(column.Name)} AS jsonb)";
        var text = $"{json} ->> {Literal(name)}";
        return !IsSame(target) ? null : target.StoreType == "text" ? text : $"CAST({text} AS {target.StoreType})";
    }

    private static bool IsSame(Column column)
        => column.Hints.ClrType is { } type && (IsPlain(type) || type == typeof(bool) || type == typeof(decimal) || type == typeof(DateTime));
}
