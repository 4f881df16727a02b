using System;
using System.Collections.Generic;
using System.Reflection;

namespace DbMigrate.Engine.Tests.Generators.Mapping;

/// <summary>Draws the rows of drawn models, with values that are easily changed on a way through SQL and JSON.</summary>
internal static class DrawnValues
{
    private static readonly Dictionary<Type, object[]> Pools = new()
    {
        [typeof(string)] = ["", "plain", "It's \"quoted\"", "two\r\nlines", "Größe ✓ \\", " 1.0 ", "null", "{}"],
        [typeof(int)] = [0, 1, -7, int.MinValue, int.MaxValue],
        [typeof(long)] = [0L, 1L, -7L, long.MinValue, long.MaxValue],
        [typeof(bool)] = [true, false],
        [typeof(decimal)] = [0m, 0.1m, -1200.25m, 12345678901234567890.123456789m],
        [typeof(double)] = [0d, 0.1, 1 / 3d, -1e-10, Math.PI * 1e15, 1e300],
        [typeof(DateTime)] = [Moment(0), Moment(6_780_000), Moment(10), new DateTime(1, 1, 2, 0, 0, 0, DateTimeKind.Utc)],
        [typeof(Guid)] = [Guid.Empty, new Guid("0A000000-00B0-0000-0000-0000000000CD")],
        [typeof(List<string>)] = [new List<string>(), new List<string> { "It's \"quoted\"", "", "{a,b}", "null" }],
        [typeof(DateOnly)] = [new DateOnly(2020, 2, 29), new DateOnly(1, 1, 2)],
    };

    /// <summary>A row with values for the properties of the first model.</summary>
    public static object Row(Draw draw, Type type, int id, IEnumerable<MappedProperty> properties)
    {
        var row = Activator.CreateInstance(type)!;
        type.GetProperty("Id")?.SetValue(row, id);
        foreach (var property in properties)
        {
            if (property.IsBefore && property.Member.ReflectedType!.IsAssignableFrom(type) && (property.IsRequired || !draw.Chance(25)))
                property.Member.SetValue(row, Value(draw, property.Member));
        }

        return row;
    }

    /// <summary>A value for a property.</summary>
    public static object Value(Draw draw, PropertyInfo member)
        => draw.Pick(Pool(member));

    /// <summary>A value for a property, always the same.</summary>
    public static object Any(PropertyInfo member) => Pool(member)[1];

    private static object[] Pool(PropertyInfo member) => Pools[Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType];

    private static DateTime Moment(long ticks) => new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc).AddTicks(ticks);
}
