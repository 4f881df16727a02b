using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Tests.Judge;

/// <summary>Which properties and annotations operations use.</summary>
internal static class OperationFacts
{
    /// <summary>Every property of every operation that EF has.</summary>
    public static IEnumerable<string> Everything
        => typeof(MigrationOperation).Assembly.GetTypes()
            .Where(t => t is { IsPublic: true, IsAbstract: false } && t.IsSubclassOf(typeof(MigrationOperation)))
            .SelectMany(t => Properties(t).Select(p => Name(t, p.Name)));

    /// <summary>What operations use: <c>AddColumn.Collation</c>, <c>AddColumn Npgsql:ValueGenerationStrategy</c>.</summary>
    public static IEnumerable<string> Of(IEnumerable<MigrationOperation> operations) => operations.SelectMany(Of).Distinct();

    private static IEnumerable<string> Of(MigrationOperation operation)
    {
        var type = operation.GetType();
        foreach (var annotation in operation.GetAnnotations())
            yield return $"{Name(type)} {Annotation(annotation.Name)}";
        foreach (var property in Properties(type))
        {
            var value = property.GetValue(operation);
            if (Nullable.GetUnderlyingType(property.PropertyType) is null ? IsUsed(value) : value is not null)
                yield return Name(type, property.Name);
            var parts = value as IEnumerable<MigrationOperation> ?? (value is MigrationOperation part && property.Name.StartsWith("Primary", StringComparison.Ordinal) ? [part] : []);
            foreach (var fact in parts.SelectMany(Of))
                yield return fact;
        }
    }

    private static bool IsUsed(object? value) => value switch
    {
        null or false or 0 or 0L => false,
        Enum e => Convert.ToInt32(e, null) != 0,
        ICollection c => c.Count > 0,
        _ => true,
    };

    // The first part of the names of annotations that hold a name themselves.
    private static string Annotation(string name) => string.Join(':', name.Split(':').Take(2));

    private static string Name(Type type, string? property = null) => type.Name[..^"Operation".Length] + (property is null ? "" : "." + property);

    private static IEnumerable<PropertyInfo> Properties(Type type)
        => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.DeclaringType!.Assembly == typeof(MigrationOperation).Assembly && p.GetIndexParameters().Length == 0);
}
