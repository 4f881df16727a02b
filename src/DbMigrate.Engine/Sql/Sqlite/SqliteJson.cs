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
    public override string Object(IEnumerable<(string Name, string Value)> values)
        => $"json_object({string.Join(", ", values.Select(v => $"{Literal(v.Name)}, {v.Value}"))})";

    // Versions before 3.44 know no order within the function, but keep that of what is selected from.
    /// <inheritdoc />
    public override string List(string element, ObjectName table, string filter, string order)
        => $"(\n    SELECT json_group_array({element})\n    FROM (SELECT * FROM {SqlText.Quote(table)} WHERE {filter} ORDER BY {order}) AS {SqlText.Quote(table)})";

    /// <inheritdoc />
    public override string EmptyList => "json_array()";

    /// <inheritdoc />
    public override string Inner(string list) => $"json({list})";

    /// <inheritdoc />
    public override string Store(Column column, string json) => json;

    /// <inheritdoc />
    public override string Stored(Column column, string name) => name;

    /// <inheritdoc />
    public override string? Has(string json, IReadOnlyList<string> names) => Extract(json, names) is { } inner ? inner + " IS NOT NULL" : null;

    /// <inheritdoc />
    public override string? Inner(string json, IReadOnlyList<string> names) => Extract(json, names);

    /// <inheritdoc />
    public override string Put(string json, IReadOnlyList<string> names, string inner)
        => $"json_patch(COALESCE({json}, '{{}}'), {names.Reverse().Aggregate(inner, (value, name) => Object([(name, value)]))})";

    /// <inheritdoc />
    public override string When(string condition, string json) => $"json(CASE WHEN {condition} THEN {json} END)";

    /// <inheritdoc />
    public override JsonElements Each(string json, string alias) => new($"json_each({json}) AS {alias}", alias + ".\"value\"", alias + ".\"key\"");

    /// <inheritdoc />
    protected override string? WriteValue(Column source, string name)
        => source.Hints.ClrType == typeof(bool) ? $"json(CASE {name} WHEN 0 THEN 'false' WHEN 1 THEN 'true' END)" : IsSame(source) ? name : null;

    // A column has a list as it is in JSON.
    /// <inheritdoc />
    protected override string? WriteArray(Column source, string name) => source.Hints.ClrType == typeof(string) ? $"json({name})" : null;

    /// <inheritdoc />
    protected override string? ReadValue(string json, IReadOnlyList<string> names, Column target)
        => IsSame(target) || target.Hints.ClrType == typeof(bool) ? Extract(json, names) : null;

    /// <inheritdoc />
    protected override string? ReadArray(string json, IReadOnlyList<string> names, Column target) => target.Hints.ClrType == typeof(string) ? Extract(json, names) : null;

    private static string? Extract(string json, IReadOnlyList<string> names)
        => names.Any(n => n.Contains('"', StringComparison.Ordinal)) ? null : $"json_extract({json}, {Literal("$." + string.Join('.', names.Select(n => $"\"{n}\"")))})";

    private static bool IsSame(Column column)
        => column.Hints.ClrType is { } type && (IsPlain(type) || type == typeof(decimal) || type == typeof(DateTime) || type == typeof(DateTimeOffset));
}
