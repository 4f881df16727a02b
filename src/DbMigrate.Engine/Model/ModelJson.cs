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
    /// <summary>The properties by column; none for what holds lists or other objects.</summary>
    public static IReadOnlyDictionary<string, EquatableList<JsonPart>> Of(ITable table)
        => table.Model.Model.GetEntityTypes().Where(t => Column(t) is not null && IsAt(table, t) && IsPlain(t))
            .GroupBy(t => Column(t)!, StringComparer.Ordinal).Where(g => g.Count() == 1)
            .ToDictionary(g => g.Key, g => Parts(g.Single()).ToEquatableList(), StringComparer.Ordinal);

    private static IEnumerable<JsonPart> Parts(IEntityType type)
        => type.FindOwnership() is { IsUnique: false, PrincipalToDependent: { } list }
            ? Values(type).Select(p => p with { Property = $"{ModelHints.Path(list)}[].{p.Property}" }).Prepend(JsonPart.ListOf(ModelHints.Path(list), ModelHints.Entity(type)))
            : Values(type);

    private static IEnumerable<JsonPart> Values(IEntityType type)
        => type.GetProperties().Where(p => !p.IsKey() && !p.IsForeignKey()).Select(p => new JsonPart(ModelHints.Path(p), Text(p, RelationalAnnotationNames.JsonPropertyName) ?? p.Name) { Like = Like(p) });

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
        => !type.GetNavigations().Any(n => n.TargetEntityType.IsOwned() && n.ForeignKey.IsOwnership && !n.IsOnDependent) && type.GetProperties().All(p => p.GetElementType() is null);
}
