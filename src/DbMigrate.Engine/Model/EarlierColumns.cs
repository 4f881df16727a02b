using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace DbMigrate.Engine.Model;

/// <summary>Reads a model as earlier versions of EF Core do, in what they do differently.</summary>
internal static class EarlierColumns
{
    private static readonly HashSet<Type> Integers =
    [
        typeof(byte), typeof(sbyte), typeof(short), typeof(ushort), typeof(int), typeof(uint), typeof(long), typeof(ulong), typeof(char),
    ];

    /// <summary>What they make of a column; null where it is as now, and neither a key nor of a complex type.</summary>
    public static EarlierColumn? Of(IColumn column)
    {
        var properties = column.PropertyMappings.Select(m => m.Property).ToList();
        var name = properties.Select(Name).FirstOrDefault(n => n is not null && n != column.Name);
        if (name is null && !properties.Any(p => p.IsPrimaryKey()))
            return null;

        // Of a column that types share, EF Core 8 asks the type that comes first by its name, which may be an owned one.
        var first = column.PropertyMappings.MinBy(m => m.TableMapping.TypeBase.Name, StringComparer.Ordinal)!.Property;
        return new EarlierColumn { Name = name, IsNumberedBy8 = IsNumbered(first), IsNumberedBy9 = properties.Exists(IsNumbered) };
    }

    // The path began at the complex property, also in an owned type; columns of two types of a hierarchy were shared.
    private static string? Name(IProperty property)
    {
        if (property.DeclaringType is not IComplexType || IsNamed(property))
            return null;
        var path = new Stack<string>([property.Name]);
        for (var type = property.DeclaringType; type is IComplexType complex; type = complex.ComplexProperty.DeclaringType)
            path.Push(complex.ComplexProperty.Name);
        return string.Join('_', path);
    }

    private static bool IsNamed(IProperty property)
        => ((IConventionProperty)property).GetColumnNameConfigurationSource() is ConfigurationSource.Explicit or ConfigurationSource.DataAnnotation;

    private static bool IsNumbered(IProperty property)
        => property.FindContainingPrimaryKey() is { Properties.Count: 1 }
            && property.ValueGenerated == ValueGenerated.OnAdd
            && Integers.Contains(Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType)
            && (property.GetValueConverter() ?? property.FindTypeMapping()?.Converter) is null;
}
