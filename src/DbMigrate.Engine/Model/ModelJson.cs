using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace DbMigrate.Engine.Model;

/// <summary>The properties of owned and complex types that are in columns with JSON, so that values can follow when a type gets columns, or JSON, instead.</summary>
internal static class ModelJson
{
    /// <summary>The properties by column.</summary>
    public static IReadOnlyDictionary<string, EquatableList<JsonPart>> Of(ITable table)
        => Columns(table).GroupBy(c => c.Name, StringComparer.Ordinal).Where(g => g.Count() == 1)
            .ToDictionary(g => g.Key, g => Parts(g.Single().Path, g.Single().Object).ToEquatableList(), StringComparer.Ordinal);

    /// <summary>The path to the object or list that a column has, with dots.</summary>
    public static string Path(IReadOnlyList<JsonPart> parts) => parts[0].IsWhole ? JsonPart.Bare(parts[0].Property) : parts[0].Beside.TrimEnd('.');

    private static IEnumerable<(string Name, string Path, ModelObject Object)> Columns(ITable table)
    {
        var types = table.EntityTypeMappings.Select(m => m.TypeBase).ToList();
        var owned = table.Model.Model.GetEntityTypes().Where(t => Column(t) is not null && t.FindOwnership() is { PrincipalEntityType: var owner } && Column(owner) is null && types.Contains(owner))
            .Select(t => (Column(t)!, ModelHints.Path(t.FindOwnership()!.PrincipalToDependent!), ModelObject.Of(t.FindOwnership()!.PrincipalToDependent!)));
        return owned.Concat(types.SelectMany(Complex).DistinctBy(p => p.ComplexType).Select(p => (Column(p.ComplexType)!, ModelHints.Path(p), ModelObject.Of(p))));
    }

    // Those within types that have columns, too.
    private static IEnumerable<IComplexProperty> Complex(ITypeBase type)
        => type.GetComplexProperties().SelectMany(p => Column(p.ComplexType) is not null ? [p] : Complex(p.ComplexType));

    private static IEnumerable<JsonPart> Parts(string path, ModelObject item)
    {
        if (!item.IsList)
            return Parts(item.Type, path + ".");
        var list = JsonPart.ListOf(path, Entity(item));
        return Parts(item.Type, list.Inside).Prepend(list);
    }

    // Values come before objects, so that the first part is never one within another.
    private static IEnumerable<JsonPart> Parts(ITypeBase type, string path)
    {
        foreach (var property in type.GetProperties().Where(p => !p.IsKey() && !p.IsForeignKey()))
            yield return new(path + property.Name, ModelObject.NameInJson(property) ?? property.Name) { Like = Like(property), IsArray = property.GetElementType() is not null };
        foreach (var item in ModelObject.Within(type))
        {
            var inner = item.IsList ? JsonPart.InnerListOf(path + item.Property, item.Name, Entity(item)) : JsonPart.ObjectOf(path + item.Property, item.Name, item.IsRequired);
            yield return inner;
            foreach (var part in Parts(item.Type, inner.Inside))
                yield return part;
        }
    }

    private static string Entity(ModelObject list) => list.Type is IComplexType ? list.Type.ClrType.Name : ModelHints.Entity(list.Type);

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
    private static string? Column(IReadOnlyAnnotatable type) => type.FindAnnotation(RelationalAnnotationNames.ContainerColumnName)?.Value as string;
}
