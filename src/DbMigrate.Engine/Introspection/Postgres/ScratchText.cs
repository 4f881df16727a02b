using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Sql.Postgres;
using DbMigrate.Engine.Sql.Text;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Introspection.Postgres;

/// <summary>The statements that make objects temporary ones, and the objects that come of it as if they were none.</summary>
internal sealed class ScratchText(ProviderTraits traits, ProviderGenerator generator)
{
    private const string Temporary = "pg_temp";

    /// <summary>The facets of tables that temporary ones cannot have.</summary>
    public static IReadOnlyList<string> OnlyPermanent { get; } = ["Npgsql:UnloggedTable", "Npgsql:Tablespace"];

    private readonly OperationFactory _factory = new(new ColumnTypes(traits));

    /// <summary>The statements for a table with its indexes and triggers.</summary>
    public IEnumerable<string> Table(Table table, IEnumerable<Trigger> triggers)
    {
        var name = new ObjectName(Temporary, table.Name.Name);
        var scratch = table with { Name = name, Annotations = OnlyPermanent.Aggregate(table.Annotations, (set, a) => set.With(a, null)) };
        var operations = table.Indexes.Where(i => i.RawSql is null)
            .Select(i => ConstraintOperations.CreateIndex(name, i with { Annotations = i.Annotations.With("Npgsql:CreatedConcurrently", null).With("Npgsql:Tablespace", null) }))
            .Prepend(TableCopy.Create(_factory.CreateTable(scratch, [])));
        return
        [
            .. operations.SelectMany(o => o is CreateIndexOperation index && TsVector.Is(index) ? [TsVector.Index(index, table.Columns)] : Generate(o)),
            .. table.Indexes.Where(i => i.RawSql is not null).Select(i => OnTable(i.RawSql!, table.Name.Name).Replace(" CONCURRENTLY ", " ", StringComparison.OrdinalIgnoreCase)),
            .. triggers.Select(t => OnTable(t.Sql, table.Name.Name)),
        ];
    }

    /// <summary>The statement for a view.</summary>
    public static string View(string sql, ObjectName name)
    {
        var cursor = new SqlCursor(PostgresMask.Cover(sql));
        while (!cursor.AtEnd && !cursor.TakeIf("VIEW"))
            cursor.Take();
        cursor.Take();
        while (cursor.TakeOperator("."))
            cursor.Take();
        return $"CREATE TEMPORARY VIEW {SqlText.Quote(name.Name)}{sql[cursor.LastEnd..]}";
    }

    /// <summary>A table as it would be in its schema.</summary>
    public static Table Permanent(Table table, string? schema) => table with
    {
        Name = table.Name with { Schema = schema },
        Indexes = table.Indexes.Replace(i => i.RawSql is not null, i => i with { RawSql = InSchema(i.RawSql!, schema) }),
    };

    /// <summary>A trigger as it would be on a table in its schema.</summary>
    public static Trigger Permanent(Trigger trigger, string? schema)
    {
        var table = trigger.Table with { Schema = schema };
        return new Trigger(PostgresText.TriggerName(table, trigger.Name.Name), table, InSchema(trigger.Sql, schema));
    }

    private IEnumerable<string> Generate(MigrationOperation operation) => generator.Generate(operation, "compare").Select(s => s.Text);

    private static string OnTable(string sql, string table)
    {
        var (start, end) = TableOf(sql);
        return $"{sql[..start]}{Temporary}.{SqlText.Quote(table)}{sql[end..]}";
    }

    private static string InSchema(string sql, string? schema)
    {
        var (start, end) = TableOf(sql);
        var name = sql[start..end];
        return $"{sql[..start]}{(schema is null ? "" : PostgresText.QuoteAsNeeded(schema) + ".")}{name[(name.LastIndexOf('.') + 1)..]}{sql[end..]}";
    }

    // Where the table stands in CREATE INDEX and CREATE TRIGGER: behind the first ON.
    private static (int Start, int End) TableOf(string sql)
    {
        var cursor = new SqlCursor(PostgresMask.Cover(sql));
        while (!cursor.AtEnd && !cursor.TakeIf("ON"))
            cursor.Take();
        _ = cursor.TakeIf("ONLY");
        var start = cursor.Current.Position;
        cursor.Take();
        while (cursor.TakeOperator("."))
            cursor.Take();
        return (start, cursor.LastEnd);
    }
}
