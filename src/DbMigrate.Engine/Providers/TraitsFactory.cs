using System;
using DbMigrate.Revisions.Errors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Storage;

namespace DbMigrate.Engine.Providers;

/// <summary>Makes traits from a context's own type mappings; they outlive the context.</summary>
public static class TraitsFactory
{
    /// <summary>The traits of the context's provider.</summary>
    /// <param name="context">The context; EF builds its runtime model on the way.</param>
    /// <param name="hasSchemas">Whether the database has schemas.</param>
    /// <param name="hasSequences">Whether the database has sequences.</param>
    /// <param name="hasDatabaseCollation">Whether a database has a collation of its own.</param>
    public static ProviderTraits Create(DbContext context, bool hasSchemas, bool hasSequences, bool hasDatabaseCollation)
    {
        var mappings = context.GetService<IRelationalTypeMappingSource>();
        return new ProviderTraits
        {
            ProviderName = context.Database.ProviderName ?? "",
            HasSchemas = hasSchemas,
            HasSequences = hasSequences,
            HasDatabaseCollation = hasDatabaseCollation,
            Literal = (value, storeType) => Literal(mappings, value, storeType),
            ClrType = storeType => mappings.FindMapping(storeType) is { } mapping ? ProviderType(mapping) : null,
            StoreType = operation => operation.ColumnType ?? FindMapping(mappings, operation)?.StoreType,
        };
    }

    private static string Literal(IRelationalTypeMappingSource mappings, object value, string storeType)
        => SqlLiteral.Of(mappings, value, storeType)
            ?? throw ErrorCatalogue.NotSupportedByProvider.Error($"The provider knows no SQL for a value of type {value.GetType()} in a column of type {storeType}.", storeType);

    private static Type ProviderType(RelationalTypeMapping mapping)
    {
        var type = mapping.Converter?.ProviderClrType ?? mapping.ClrType;
        return PlainType.Of(Nullable.GetUnderlyingType(type) ?? type);
    }

    private static RelationalTypeMapping? FindMapping(IRelationalTypeMappingSource mappings, ColumnOperation operation)
        => operation.ClrType is null
            ? null
            : mappings.FindMapping(
                operation.ClrType,
                null,
                keyOrIndex: false,
                unicode: operation.IsUnicode,
                size: operation.MaxLength,
                rowVersion: operation.IsRowVersion,
                fixedLength: operation.IsFixedLength,
                precision: operation.Precision,
                scale: operation.Scale);
}
