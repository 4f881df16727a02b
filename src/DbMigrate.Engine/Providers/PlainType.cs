using System;
using System.Collections.Generic;
using System.Linq;

namespace DbMigrate.Engine.Providers;

/// <summary>
/// Types that scripts and hints may name. Those of a model's own enums, and of libraries that a plug-in of the provider brings,
/// are text instead: they are not there where scripts run without the target, and the server reads all its types from text.
/// </summary>
internal static class PlainType
{
    /// <summary>The type, or text for one that is not plain.</summary>
    public static Type Of(Type type) => IsPlain(type) ? type : typeof(string);

    /// <summary>The type of the elements of an array or a list; null for anything else.</summary>
    public static Type? Element(Type type)
        => type.IsArray ? type.GetElementType() : type is { IsGenericType: true } && type.GetGenericTypeDefinition() == typeof(List<>) ? type.GetGenericArguments()[0] : null;

    // Npgsql itself is wherever the provider is.
    private static bool IsPlain(Type type)
        => type.IsArray ? IsPlain(type.GetElementType()!)
            : !type.IsEnum && (type.Namespace is nameof(System) or "NpgsqlTypes" || type.Namespace?.StartsWith("System.", StringComparison.Ordinal) == true) && type.GetGenericArguments().All(IsPlain);
}
