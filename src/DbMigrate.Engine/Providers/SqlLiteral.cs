using System;
using Microsoft.EntityFrameworkCore.Storage;

namespace DbMigrate.Engine.Providers;

/// <summary>Values as the provider writes them in SQL.</summary>
internal static class SqlLiteral
{
    /// <summary>The literal; null where the provider knows none.</summary>
    /// <param name="mappings">The provider's type mappings.</param>
    /// <param name="value">The value.</param>
    /// <param name="storeType">The type of its column.</param>
    public static string? Of(IRelationalTypeMappingSource mappings, object value, string storeType)
    {
        if (FindMapping(mappings, value.GetType(), storeType) is not { } mapping)
            return null;

        // Operations carry provider values; a mapping's own conversion is for those of the model.
        return mapping.Converter is { } converter && converter.ModelClrType.IsInstanceOfType(value)
            ? mapping.GenerateSqlLiteral(value)
            : mapping.GenerateProviderValueSqlLiteral(value);
    }

    // A value may be of a type below the one that is mapped. A text is no array, though to EF it is a list of characters.
    private static RelationalTypeMapping? FindMapping(IRelationalTypeMappingSource mappings, Type type, string storeType)
        => mappings.FindMapping(type, storeType) is { } mapping && !(type == typeof(string) && mapping.ElementTypeMapping is not null) ? mapping
            : mappings.FindMapping(type)
            ?? (type.BaseType is { } parent && parent != typeof(object) ? FindMapping(mappings, parent, storeType) : null);
}
