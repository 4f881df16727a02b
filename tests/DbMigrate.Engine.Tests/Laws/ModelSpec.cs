using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore;

namespace DbMigrate.Engine.Tests.Laws;

/// <summary>A model that a generator drew; it can be shown, changed and given to EF.</summary>
internal sealed record ModelSpec(IReadOnlyList<TableSpec> Tables)
{
    public override string ToString() => string.Join("\n", Tables);
}

/// <summary>How a table's rows are told apart.</summary>
internal enum KeyKind
{
    Autoincrement,
    PlainInteger,
    Text,
    Composite,
    None,
}

internal sealed record TableSpec(string Name, KeyKind Key, IReadOnlyList<ColumnSpec> Columns)
{
    public string? KeyName { get; init; }

    public string? Comment { get; init; }

    public IReadOnlyList<string> Unique { get; init; } = [];

    public IReadOnlyList<IndexSpec> Indexes { get; init; } = [];

    public IReadOnlyList<ForeignKeySpec> ForeignKeys { get; init; } = [];

    public IReadOnlyList<CheckSpec> Checks { get; init; } = [];

    public int Seeds { get; init; }

    public bool HasSingleKey => Key is KeyKind.Autoincrement or KeyKind.PlainInteger or KeyKind.Text;

    public override string ToString()
        => $"{Name} ({Key} {KeyName}) '{Comment}' seeds {Seeds}\n  {string.Join("\n  ", Columns)}\n  unique {string.Join(", ", Unique)}\n  {string.Join("\n  ", Indexes)}\n  {string.Join("\n  ", ForeignKeys)}\n  {string.Join("\n  ", Checks)}";
}

internal sealed record ColumnSpec(string Name, Type Type, bool IsNullable)
{
    public string? StoreType { get; init; }

    public object? Default { get; init; }

    public string? DefaultSql { get; init; }

    public string? Computed { get; init; }

    public bool IsStored { get; init; }

    public string? Collation { get; init; }

    public string? Comment { get; init; }
}

internal sealed record IndexSpec(string Name, string Columns, bool IsUnique, bool IsDescending, string? Filter);

internal sealed record ForeignKeySpec(string Column, string Principal, bool IsNullable, DeleteBehavior OnDelete);

internal sealed record CheckSpec(string Name, string Sql);
