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
    public override string Object(IEnumerable<(string Name, string Value)> values)
        => $"jsonb_build_object({string.Join(", ", values.Select(v => $"{Literal(v.Name)}, {v.Value}"))})";

    /// <inheritdoc />
    public override string List(string element, ObjectName table, string filter, string order)
        => $"COALESCE((\n    SELECT jsonb_agg({element} ORDER BY {order})\n    FROM {SqlText.Quote(table)}\n    WHERE {filter}), '[]')";

    /// <inheritdoc />
    public override string Store(Column column, string json) => IsBinary(column) ? json : $"CAST({json} AS {column.StoreType})";

    /// <inheritdoc />
    public override string? Write(Column source, string name)
        => !IsSame(source) ? null
            : source.StoreType == Moment ? $"to_char({name} AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"
            : name;

    /// <inheritdoc />
    public override string Stored(Column column, string name) => IsBinary(column) ? name : $"CAST({name} AS jsonb)";

    /// <inheritdoc />
    public override string? Read(string json, IReadOnlyList<string> names, Column target)
        => !IsSame(target) ? null : target.StoreType == "text" ? Text(json, names) : $"CAST({Text(json, names)} AS {target.StoreType})";

    /// <inheritdoc />
    public override string? Has(string json, IReadOnlyList<string> names) => Text(json, names) + " IS NOT NULL";

    /// <inheritdoc />
    public override string Put(string json, IReadOnlyList<string> names, string inner)
        => $"jsonb_set(COALESCE({json}, '{{}}'), ARRAY[{string.Join(", ", names.Select(Literal))}], {inner})";

    /// <inheritdoc />
    public override string When(string condition, string json) => $"CASE WHEN {condition} THEN {json} END";

    /// <inheritdoc />
    public override JsonElements Each(string json, string alias)
        => new($"jsonb_array_elements({json}) WITH ORDINALITY AS {alias} (\"value\", \"number\")", alias + ".\"value\"", alias + ".\"number\"");

    // As text, null in JSON is NULL.
    private static string Text(string json, IReadOnlyList<string> names)
        => json + string.Concat(names.SkipLast(1).Select(n => " -> " + Literal(n))) + " ->> " + Literal(names[^1]);

    private static bool IsBinary(Column column) => column.StoreType == "jsonb";

    private static bool IsSame(Column column)
        => column.Hints.ClrType is { } type && (IsPlain(type) || type == typeof(bool) || type == typeof(decimal) || type == typeof(DateTime));
}
