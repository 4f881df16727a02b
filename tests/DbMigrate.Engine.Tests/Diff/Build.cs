using System;
using System.Collections.Immutable;
using System.Linq;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations;
using Index = DbMigrate.Engine.Schema.Index;

namespace DbMigrate.Engine.Tests.Diff;

/// <summary>Writes schemas down in few words.</summary>
internal static class Build
{
    /// <summary>A schema of tables.</summary>
    public static SchemaState Db(params Table[] tables)
        => SchemaState.Empty with { Tables = tables.ToImmutableSortedDictionary(t => t.Name, t => t) };

    /// <summary>A table whose key is its first column.</summary>
    public static Table T(string name, params Column[] columns)
        => new() { Name = name, Columns = [.. columns], PrimaryKey = new("PK_" + name, [columns[0].Name]) };

    /// <summary>A table that numbers its rows.</summary>
    public static Table Auto(string name, params Column[] columns) => T(name, [Id(), .. columns]);

    public static Column Id(string name = "Id") => Int(name) with { Annotations = AnnotationSet.Empty.With("Sqlite:Autoincrement", true) };

    public static Column Int(string name) => new() { Name = name, StoreType = "INTEGER", Hints = new() { ClrType = typeof(int) } };

    public static Column Text(string name) => new() { Name = name, StoreType = "TEXT", Hints = new() { ClrType = typeof(string) } };

    public static Column Null(this Column column) => column with { IsNullable = true };

    public static Column As(this Column column, Type clrType) => column with { Hints = column.Hints with { ClrType = clrType } };

    public static Column Of(this Column column, string property) => column with { Hints = column.Hints with { Property = property } };

    public static Column Default(this Column column, string sql, object? value = null)
        => column with { DefaultSql = sql, Hints = column.Hints with { DefaultValue = value } };

    public static Column Computed(this Column column, string sql, bool stored = false) => column with { ComputedSql = sql, IsStored = stored };

    public static Table Entity(this Table table, string entity) => table with { Entity = entity };

    public static Table NoKey(this Table table) => table with { PrimaryKey = null };

    public static Table Key(this Table table, string name, params string[] columns) => table with { PrimaryKey = new(name, [.. columns]) };

    public static Table Unique(this Table table, params string[] columns)
        => table with { UniqueConstraints = table.UniqueConstraints.Add(new($"AK_{table.Name}_{string.Join("_", columns)}", [.. columns])) };

    public static Table Index(this Table table, params string[] columns)
        => table.Having(new($"IX_{table.Name}_{string.Join("_", columns)}", [.. columns]));

    public static Table Having(this Table table, Index index) => table with { Indexes = table.Indexes.Add(index) };

    public static Table Check(this Table table, string name, string sql) => table with { Checks = table.Checks.Add(new(name, sql)) };

    public static Table Refers(this Table table, string column, string principal, string key = "Id", ReferentialAction onDelete = ReferentialAction.NoAction, string? name = null)
        => table with { ForeignKeys = table.ForeignKeys.Add(new(name ?? $"FK_{table.Name}_{principal}_{column}", [column], principal, [key]) { OnDelete = onDelete }) };

    /// <summary>The table with a seeded row: names and values in turn.</summary>
    public static Table Row(this Table table, params object?[] namesAndValues)
        => table with
        {
            Seeds = table.Seeds.Add(new(namesAndValues.Chunk(2).ToImmutableSortedDictionary(p => (string)p[0]!, p => p[1], StringComparer.Ordinal))),
        };

    public static DiffDecisions Rename(params (string From, string? To)[] renames)
        => new() { Renames = [.. renames.Select(r => new RenameDecision(r.From, r.To))] };

    public static DiffDecisions Fill(string column, object? value) => new() { Fills = [new(column, value, null)] };

    public static DiffDecisions FillSql(string column, string sql) => new() { Fills = [new(column, null, sql)] };
}
