using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;

namespace DbMigrate.Engine.Tests.Generators.Mapping;

/// <summary>Entities as text with all that has a value, so that what was written and what EF Core reads can be compared.</summary>
internal static class RowText
{
    /// <param name="row">The entity.</param>
    /// <param name="change">What to say of a property instead of its value; null for the value.</param>
    /// <param name="isPartRequired">Whether an owned object is there even without any value.</param>
    public static string Of(object row, Func<PropertyInfo, object?, object?>? change = null, bool isPartRequired = false)
        => $"{row.GetType().Name}({string.Join(", ", Values(row, change ?? ((_, value) => value), isPartRequired))})";

    // Zeros at the end of a number, and the kind of a moment, are not kept by every database.
    private static string Text(object value) => value switch
    {
        decimal number => number.ToString("0.############################", CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-ddTHH:mm:ss.ffffff", CultureInfo.InvariantCulture),
        List<string> values => $"[{string.Join('|', values)}]",
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        _ => string.Create(CultureInfo.InvariantCulture, $"{value}"),
    };

    private static IEnumerable<string> Values(object row, Func<PropertyInfo, object?, object?> change, bool isPartRequired)
    {
        foreach (var property in row.GetType().GetProperties().OrderBy(p => p.Name != "Id").ThenBy(p => p.Name, StringComparer.Ordinal))
        {
            if (!MappedProperty.IsPlain(property) && property.GetValue(row) is IEnumerable<object> list)
            {
                if (list.Any())
                    yield return $"{property.Name}({string.Join("; ", list.Select(e => Of(e, change)))})";
            }

            // An owned object without any value is none in columns, unless it is required.
            else if (!MappedProperty.IsPlain(property))
            {
                if (property.GetValue(row) is { } part && Values(part, change, isPartRequired).ToList() is var values && (isPartRequired || values.Count > 0))
                    yield return $"{property.Name}({string.Join(", ", values)})";
            }
            else if (change(property, property.GetValue(row)) is { } value && !(property.Name == "HolderId" || (property.Name == "Id" && row is Delivery)))
            {
                yield return $"{property.Name}={Text(value)}";
            }
        }
    }
}
