using System;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Replay;

/// <summary>Turns the definition of a column in an operation into a column of the schema.</summary>
internal static class ColumnReader
{
    public static Column Read(ProviderTraits traits, ColumnOperation operation, ObjectName table)
    {
        var storeType = operation.ColumnType ?? traits.StoreType(operation)
            ?? throw ReplaySession.Conflict($"The type of column {table}.{operation.Name} is not known; give it with type: in the script.", table);

        var defaultValue = PlainAnnotations.IsFill(operation) ? null : Value(operation);
        return new Column
        {
            Name = operation.Name,
            StoreType = storeType,
            IsNullable = operation.IsNullable,
            DefaultSql = Default(traits, operation, storeType, defaultValue),
            ComputedSql = Text(operation.ComputedColumnSql),
            IsStored = operation.ComputedColumnSql is not null && operation.IsStored == true,
            Collation = operation.Collation,
            Comment = Comment(operation.Comment),
            Annotations = PlainAnnotations.Read(operation),
            Hints = new ColumnHints
            {
                ClrType = operation.ClrType is { } type ? Nullable.GetUnderlyingType(type) ?? type : null,
                DefaultValue = defaultValue,
                IsUnicode = operation.IsUnicode,
                IsFixedLength = operation.IsFixedLength,
                MaxLength = operation.MaxLength,
                Precision = operation.Precision,
                Scale = operation.Scale,
                IsRowVersion = operation.IsRowVersion,
                Property = PlainAnnotations.Text(operation, OperationAnnotations.Property),
                Json = PlainAnnotations.Json(operation),
            },
        };
    }

    /// <summary>A comment with LF line ends; null for an empty one.</summary>
    public static string? Comment(string? comment)
        => string.IsNullOrEmpty(comment) ? null : comment.Replace("\r\n", "\n", StringComparison.Ordinal);

    /// <summary>The value that fills the rows that are there; null where an expression does, or nothing.</summary>
    public static object? Fill(ColumnOperation operation) => PlainAnnotations.IsFill(operation) ? Value(operation) : null;

    // EF's generators take the expression where an operation has both.
    private static object? Value(ColumnOperation operation)
        => operation.DefaultValueSql is null && operation.DefaultValue is not DBNull ? operation.DefaultValue : null;

    private static string? Default(ProviderTraits traits, ColumnOperation operation, string storeType, object? value)
    {
        if (PlainAnnotations.IsFill(operation))
            return null;
        return value is null ? Text(operation.DefaultValueSql) : SqlText.Normalize(traits.Literal(value, storeType));
    }

    private static string? Text(string? sql) => string.IsNullOrWhiteSpace(sql) ? null : SqlText.Normalize(sql);
}
