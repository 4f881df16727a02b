using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Sql.Text;

namespace DbMigrate.Engine.Sql.Postgres;

/// <summary>JSON by the server's own functions, which write all types as EF Core does but a moment: that has the session's zone, and no text where it is infinite.</summary>
internal sealed class PostgresJson : JsonSql
{
    private const string Moment = "timestamp with time zone";

    private const string Item = "item.\"value\"";

    private const string Number = "item.\"number\"";

    private const string Items = "item (\"value\", \"number\")";

    /// <inheritdoc />
    public override string Object(IEnumerable<(string Name, string Value)> values)
        => $"jsonb_build_object({string.Join(", ", values.Select(v => $"{Literal(v.Name)}, {v.Value}"))})";

    /// <inheritdoc />
    public override string List(string element, ObjectName table, string filter, string order)
        => $"COALESCE((\n    SELECT jsonb_agg({element} ORDER BY {order})\n    FROM {SqlText.Quote(table)}\n    WHERE {filter}), '[]')";

    /// <inheritdoc />
    public override string EmptyList => "jsonb_build_array()";

    /// <inheritdoc />
    public override string Inner(string list) => list;

    /// <inheritdoc />
    public override string Store(Column column, string json) => IsBinary(column) ? json : $"CAST({json} AS {column.StoreType})";

    /// <inheritdoc />
    public override string Stored(Column column, string name) => IsBinary(column) ? name : $"CAST({name} AS jsonb)";

    /// <inheritdoc />
    public override string? Has(string json, IReadOnlyList<string> names) => Text(json, names) + " IS NOT NULL";

    /// <inheritdoc />
    public override string Inner(string json, IReadOnlyList<string> names) => $"NULLIF({json}{Arrows(names)} -> {Literal(names[^1])}, 'null')";

    /// <inheritdoc />
    public override string Put(string json, IReadOnlyList<string> names, string inner)
        => $"jsonb_set(COALESCE({json}, '{{}}'), ARRAY[{string.Join(", ", names.Select(Literal))}], {inner})";

    /// <inheritdoc />
    public override string When(string condition, string json) => $"CASE WHEN {condition} THEN {json} END";

    /// <inheritdoc />
    public override JsonElements Each(string json, string alias)
        => new($"jsonb_array_elements({json}) WITH ORDINALITY AS {alias} (\"value\", \"number\")", alias + ".\"value\"", alias + ".\"number\"");

    /// <inheritdoc />
    protected override string? WriteValue(Column source, string name)
        => !IsSame(source) ? null
            : source.StoreType == Moment ? $"COALESCE(to_char({name} AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"'), CAST({name} AS text))"
            : name;

    /// <inheritdoc />
    protected override string? WriteArray(Column source, string name) => IsJson(source) ? $"CAST({name} AS jsonb)"
        : Element(source) is not { } element || WriteValue(element, Item) is not { } value ? null
        : value == Item ? name
        : $"CASE WHEN {name} IS NOT NULL THEN COALESCE((SELECT jsonb_agg({value} ORDER BY {Number}) FROM unnest({name}) WITH ORDINALITY AS {Items}), '[]') END";

    /// <inheritdoc />
    protected override string? ReadValue(string json, IReadOnlyList<string> names, Column target) => IsSame(target) ? As(target, Text(json, names)) : null;

    /// <inheritdoc />
    protected override string? ReadArray(string json, IReadOnlyList<string> names, Column target)
    {
        var array = Inner(json, names);
        if (IsJson(target))
            return $"CAST({array} AS {target.StoreType})";
        if (Element(target) is not { } element || !IsSame(element))
            return null;
        return $"CASE WHEN {array} IS NOT NULL THEN ARRAY(SELECT {As(element, Item)} FROM jsonb_array_elements_text({array}) WITH ORDINALITY AS {Items} ORDER BY {Number}) END";
    }

    // As text, null in JSON is NULL.
    private static string Text(string json, IReadOnlyList<string> names)
        => $"{json}{Arrows(names)} ->> {Literal(names[^1])}";

    private static string Arrows(IReadOnlyList<string> names) => string.Concat(names.SkipLast(1).Select(n => " -> " + Literal(n)));

    private static string As(Column target, string text) => target.StoreType == "text" ? text : $"CAST({text} AS {target.StoreType})";

    // An array's elements as if they had a column each.
    private static Column? Element(Column array)
        => array.StoreType.EndsWith("[]", StringComparison.Ordinal) && array.Hints.ClrType is { } type && (type.IsArray ? type.GetElementType() : type.GetGenericArguments() is [var argument] ? argument : null) is { } element
            ? new() { Name = array.Name, StoreType = array.StoreType[..^2], Hints = new() { ClrType = Nullable.GetUnderlyingType(element) ?? element } }
            : null;

    private static bool IsJson(Column column) => column.StoreType is "json" or "jsonb";

    private static bool IsBinary(Column column) => column.StoreType == "jsonb";

    private static bool IsSame(Column column)
        => column.Hints.ClrType is { } type && (IsPlain(type) || type == typeof(bool) || type == typeof(decimal) || type == typeof(DateTime));
}
