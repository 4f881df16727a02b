using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace DbMigrate.Engine.Tests.Generators.Mapping;

/// <summary>A property of a drawn model.</summary>
/// <param name="Member">The property of the class.</param>
internal sealed record MappedProperty(PropertyInfo Member)
{
    /// <summary>Whether the first model has it.</summary>
    public bool IsBefore { get; init; } = true;

    /// <summary>Whether the second model has it.</summary>
    public bool IsAfter { get; init; } = true;

    /// <summary>Whether each row has a value.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The name of its column, or in JSON; null for the usual one.</summary>
    public string? OtherName { get; init; }

    public string Name => Member.Name;

    public bool IsIn(bool isAfter) => isAfter ? IsAfter : IsBefore;

    public override string ToString()
        => $"{Member.ReflectedType!.Name}.{Name}{(IsRequired ? " required" : "")}{(OtherName is null ? "" : $" as {OtherName}")}{(IsBefore ? IsAfter ? "" : " goes" : " comes")}";

    /// <summary>The properties of a class that models may leave out.</summary>
    public static IEnumerable<PropertyInfo> Pool(Type type, bool isRoot)
        => type.GetProperties().Where(p => (isRoot || p.DeclaringType == type) && !p.Name.EndsWith("Id", StringComparison.Ordinal) && IsPlain(p));

    /// <summary>Whether a property is a value, or a list of such, not another entity.</summary>
    public static bool IsPlain(PropertyInfo property) => property.PropertyType.Namespace == nameof(System) || property.PropertyType == typeof(List<string>);

    /// <summary>Some properties of a class.</summary>
    public static List<MappedProperty> Draw(Draw draw, Type type, bool isRoot, int least = 0)
    {
        var pool = Pool(type, isRoot).ToList();
        var count = draw.Between(least, pool.Count);
        return [.. pool.OrderBy(_ => draw.Below(1000)).Take(count).ToList().Select(p => Draw(draw, p))];
    }

    private static MappedProperty Draw(Draw draw, PropertyInfo member)
    {
        var fate = draw.Below(10);
        return new(member)
        {
            IsBefore = fate != 0,
            IsAfter = fate != 1,
            IsRequired = fate > 1 && draw.Chance(30),
            OtherName = draw.Chance(20) ? "the " + member.Name + "'s" : null,
        };
    }
}
