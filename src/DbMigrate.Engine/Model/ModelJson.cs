using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace DbMigrate.Engine.Model;

/// <summary>The properties of owned types that are in columns with JSON, so that values can follow when a type gets columns, or JSON, instead.</summary>
internal static class ModelJson
{
    /// <summary>The properties by column; none for what holds lists within.</summary>
    public static IReadOnlyDictionary<string, EquatableList<JsonPart>> Of(ITable table)
        => table.Model.Model.GetEntityTypes().Where(t => Column(t) is not null && IsAt(table, t) && IsPlain(t))
            .GroupBy(t => Column(t)!, StringComparer.Ordinal).Where(g => g.Count() == 1)
            .ToDictionary(g => g.Key, g => Parts(g.Single()).ToEquatableList(), StringComparer.Ordinal);

    private static IEnumerable<JsonPart> Parts(IEntityType type)
    {
        var ownership = type.FindOwnership()!;
        var path = ModelHints.Path(ownership.PrincipalToDependent!);
        if (ownership.IsUnique)
            return Parts(type, path + ".");
        var list = JsonPart.ListOf(path, ModelHints.Entity(type));
        return Parts(type, list.Inside).Prepend(list);
    }

    // Values come before objects, so that the first part is never one within another.
    private static IEnumerable<JsonPart> Parts(IEntityType type, string path)
    {
        foreach (var property in type.GetProperties().Where(p => !p.IsKey() && !p.IsForeignKey()))
            yield return new(path + property.Name, Text(property, RelationalAnnotationNames.JsonPropertyName) ?? property.Name) { Like = Like(property) };
        foreach (var navigation in Objects(type))
        {
            var inner = JsonPart.ObjectOf(path + navigation.Name, Text(navigation.TargetEntityType, RelationalAnnotationNames.JsonPropertyName) ?? navigation.Name);
            yield return inner with { IsRequired = navigation.ForeignKey.IsRequiredDependent };
            foreach (var part in Parts(navigation.TargetEntityType, inner.Inside))
                yield return part;
        }
    }

    private static Column? Like(IProperty property)
        => property.FindTypeMapping() is not RelationalTypeMapping mapping ? null : new()
        {
            Name = property.Name,
            StoreType = mapping.StoreType,
            IsNullable = property.IsNullable,
            Hints = new() { ClrType = Plain(mapping.Converter?.ProviderClrType ?? mapping.ClrType) },
        };

    private static Type Plain(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    // Members with this name are declared elsewhere in each version of EF Core.
    private static string? Column(IEntityType type) => Text(type, RelationalAnnotationNames.ContainerColumnName);

    private static string? Text(IReadOnlyAnnotatable item, string annotation) => item.FindAnnotation(annotation)?.Value as string;

    private static bool IsAt(ITable table, IEntityType type)
        => type.FindOwnership() is { PrincipalEntityType: var owner } && Column(owner) is null && table.EntityTypeMappings.Any(m => m.TypeBase == owner);

    private static bool IsPlain(IEntityType type)
        => type.GetProperties().All(p => p.GetElementType() is null) && Objects(type).All(n => n.ForeignKey.IsUnique && IsPlain(n.TargetEntityType));

    private static IEnumerable<INavigation> Objects(IEntityType type)
        => type.GetNavigations().Where(n => n.TargetEntityType.IsOwned() && n.ForeignKey.IsOwnership && !n.IsOnDependent);
}
