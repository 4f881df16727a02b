using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace DbMigrate.Engine.Model;

/// <summary>An object of an owned or complex type that a property has, or a list of such.</summary>
/// <param name="Property">The property.</param>
/// <param name="Name">Its name in JSON.</param>
/// <param name="Type">The type.</param>
/// <param name="IsList">Whether the property has a list.</param>
/// <param name="IsRequired">Whether it is wherever its owner is.</param>
internal sealed record ModelObject(string Property, string Name, ITypeBase Type, bool IsList, bool IsRequired)
{
    /// <summary>What a type has.</summary>
    public static IEnumerable<ModelObject> Within(ITypeBase type)
    {
        var owned = type is IEntityType entity ? entity.GetNavigations().Where(n => n.TargetEntityType.IsOwned() && n.ForeignKey.IsOwnership && !n.IsOnDependent) : [];
        return owned.Select(Of).Concat(type.GetComplexProperties().Select(Of));
    }

    /// <summary>What a navigation leads to.</summary>
    public static ModelObject Of(INavigation navigation)
        => new(navigation.Name, NameInJson(navigation.TargetEntityType) ?? navigation.Name, navigation.TargetEntityType, !navigation.ForeignKey.IsUnique, navigation.ForeignKey.IsRequiredDependent);

    // Whether it is a list is declared elsewhere in each version of EF Core; a list is of another type than its elements.
    /// <summary>What a complex property has.</summary>
    public static ModelObject Of(IComplexProperty property)
        => new(property.Name, NameInJson(property) ?? NameInJson(property.ComplexType) ?? property.Name, property.ComplexType, (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) != property.ComplexType.ClrType, !property.IsNullable);

    /// <summary>The name that somebody gave in JSON; null for none.</summary>
    public static string? NameInJson(IReadOnlyAnnotatable item) => item.FindAnnotation(RelationalAnnotationNames.JsonPropertyName)?.Value as string;
}
