using System;
using System.Linq;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace DbMigrate.Engine.Model;

/// <summary>
/// What tells that a required object of an owned type is there, although none of its own columns may have a value: a value
/// in one of the columns that are named, or its owner's row alone where none is. Null says that the own columns tell it.
/// </summary>
internal static class ModelOwned
{
    /// <summary>Of the objects that a table is their own of; the columns are those of their owner's table.</summary>
    public static EquatableList<string>? Presence(ITable table)
        => table.EntityTypeMappings.Select(m => (m.TypeBase as IEntityType)?.FindOwnership()).OfType<IForeignKey>().FirstOrDefault(k => !IsIn(table, k.PrincipalEntityType)) is { } ownership
            && IsRequired(ownership) && ownership.PrincipalEntityType.GetTableMappings().Select(m => m.Table).ToList() is [var home] ? Within(home, ownership.PrincipalEntityType) : null;

    /// <summary>Of the object that a column is of; the columns are those of the same table.</summary>
    public static EquatableList<string>? Presence(IColumn column)
        => column.Table is ITable table && column.PropertyMappings.Select(m => m.Property.DeclaringType.ContainingEntityType).Distinct().ToList() is [var type]
            && type.FindOwnership() is { } ownership && IsRequired(ownership) && IsIn(table, ownership.PrincipalEntityType) ? Within(table, type) : null;

    // What owns all else in the table has a row by itself, unless its rows are some of those of a hierarchy or of another entity.
    private static EquatableList<string>? Within(ITable table, IEntityType type)
    {
        if (type.FindOwnership() is not { } ownership || !IsIn(table, ownership.PrincipalEntityType))
            return type.BaseType is null && table.EntityTypeMappings.First(m => m.TypeBase == type).IsSharedTablePrincipal != false ? [] : null;
        return IsRequired(ownership)
            ? Within(table, ownership.PrincipalEntityType)
            : table.Columns.Where(c => c.PropertyMappings.Any() && c.PropertyMappings.All(m => IsPart(m.Property.DeclaringType.ContainingEntityType, type))).Select(c => c.Name).Order(StringComparer.Ordinal).ToEquatableList();
    }

    private static bool IsPart(IEntityType? type, IEntityType whole)
    {
        while (type is not null && type != whole)
            type = type.FindOwnership()?.PrincipalEntityType;
        return type is not null;
    }

    private static bool IsRequired(IForeignKey ownership) => ownership is { IsUnique: true, IsRequiredDependent: true };

    private static bool IsIn(ITable table, IEntityType type) => table.EntityTypeMappings.Any(m => m.TypeBase == type);
}
