using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Introspection.Postgres;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Sql.Postgres;

/// <summary>
/// Full text search over columns. The provider's generator looks the columns up in a model; here they are those of
/// the schema at hand.
/// </summary>
internal static class TsVector
{
    private const string Configuration = "Npgsql:TsVectorConfig";
    private const string Columns = "Npgsql:TsVectorProperties";

    /// <summary>Whether an operation asks for it.</summary>
    public static bool Is(IReadOnlyAnnotatable operation) => operation.FindAnnotation(Configuration) is not null;

    /// <summary>Gives a copy of a column the expression that its annotations mean.</summary>
    /// <param name="column">A copy.</param>
    /// <param name="columns">The columns of its table: name, store type and whether they can be NULL.</param>
    public static void Resolve(ColumnOperation column, IReadOnlyCollection<Column> columns)
    {
        if (!Is(column))
            return;
        (column.ComputedColumnSql, column.IsStored) = (Expression(column, columns, (string[])column[Columns]!), true);
        column.RemoveAnnotation(Configuration);
        column.RemoveAnnotation(Columns);
    }

    /// <summary>The statement that makes an index over such an expression.</summary>
    public static string Index(CreateIndexOperation index, IReadOnlyCollection<Column> columns)
        => $"CREATE {(index.IsUnique ? "UNIQUE " : "")}INDEX {SqlText.Quote(index.Name)} ON {ScriptDraft.Quote(index.Schema, index.Table)}"
            + $" USING {index["Npgsql:IndexMethod"] ?? "btree"} ({Expression(index, columns, index.Columns)}){(index.Filter is null ? "" : " WHERE " + index.Filter)}";

    private static string Expression(IReadOnlyAnnotatable operation, IReadOnlyCollection<Column> columns, string[] names)
    {
        var configuration = PostgresText.Literal((string)operation.FindAnnotation(Configuration)!.Value!);
        var parts = names.Select(n => columns.FirstOrDefault(c => c.Name == n) ?? new Column { Name = n, StoreType = "text" }).GroupBy(c => c.StoreType is "json" or "jsonb" ? c.StoreType : "text");
        return string.Join(" || ", parts.Select(g => g.Key == "text"
            ? $"to_tsvector({configuration}, {string.Join(" || ' ' || ", g.Select(c => Value(c, "''")))})"
            : string.Join(" || ", g.Select(c => $"{g.Key}_to_tsvector({configuration}, {Value(c, "'{}'")}, '\"all\"')"))));
    }

    private static string Value(Column column, string none)
        => column.IsNullable ? $"coalesce({SqlText.Quote(column.Name)}, {none})" : SqlText.Quote(column.Name);
}
