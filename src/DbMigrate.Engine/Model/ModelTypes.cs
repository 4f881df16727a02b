using System;
using System.Linq;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace DbMigrate.Engine.Model;

/// <summary>The entity types of a hierarchy whose rows are in a table, so that rows can follow when the hierarchy moves to other tables.</summary>
internal static class ModelTypes
{
    public static EquatableList<TypeMap> Of(ITable table)
    {
        var types = table.EntityTypeMappings.Select(m => m.TypeBase).OfType<IEntityType>().Where(t => IsInHierarchy(t) && IsHome(table, t)).Distinct().ToList();
        return types.OrderBy(Depth).ThenBy(Name, StringComparer.Ordinal).Select(t => Map(table, t)).ToEquatableList();
    }

    private static TypeMap Map(ITable table, IEntityType type) => new(Name(type), type.BaseType is { } parent ? Name(parent) : null)
    {
        IsAbstract = type.ClrType.IsAbstract,
        Mark = Mark(table, type),
        Columns = type.BaseType is { } ancestor && IsHome(table, ancestor)
            ? table.Columns.Where(c => c.PropertyMappings.Any(m => Owner(m.Property) == type) && c.PropertyMappings.All(m => Owner(m.Property)?.BaseType is not null)).Select(c => c.Name).Order(StringComparer.Ordinal).ToEquatableList()
            : [],
    };

    // The members have other declaring interfaces in each version of EF Core.
    private static TypeMark? Mark(ITable table, IEntityType type)
    {
        if (type.ClrType.IsAbstract || Call(type, "FindDiscriminatorProperty") is not IProperty discriminator || Call(type, "GetDiscriminatorValue") is not { } value)
            return null;
        return table.Columns.SelectMany(c => c.PropertyMappings).FirstOrDefault(m => m.Property == discriminator) is { } mapping
            ? new(mapping.Column.Name, mapping.TypeMapping.GenerateSqlLiteral(value))
            : null;
    }

    private static object? Call(IEntityType type, string method)
        => typeof(IEntityType).GetInterfaces().Prepend(typeof(IEntityType)).Select(i => i.GetMethod(method, [])).First(m => m is not null)!.Invoke(type, null);

    // In a hierarchy with a table for each type, rows are in the tables of their base types too.
    private static bool IsHome(ITable table, IEntityType type) => type.GetTableName() == table.Name && type.GetSchema() == table.Schema;

    private static bool IsInHierarchy(IEntityType type) => type.BaseType is not null || type.GetDirectlyDerivedTypes().Any();

    private static int Depth(IEntityType type) => type.BaseType is { } parent ? Depth(parent) + 1 : 0;

    private static string Name(IEntityType type) => type.HasSharedClrType ? type.Name : type.ClrType.Name;

    // What an owned or complex type has belongs to the type that it is part of.
    private static IEntityType? Owner(IProperty property)
    {
        ITypeBase type = property.DeclaringType;
        while (true)
        {
            switch (type)
            {
                case IComplexType complex:
                    type = complex.ComplexProperty.DeclaringType;
                    break;
                case IEntityType entity when entity.FindOwnership() is { } ownership:
                    type = ownership.PrincipalEntityType;
                    break;
                default:
                    return type as IEntityType;
            }
        }
    }
}
