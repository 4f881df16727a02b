using System;
using System.Collections.Generic;
using System.Linq;

namespace DbMigrate.Engine.Scripting.CSharp;

/// <summary>Names of types as scripts write them.</summary>
internal sealed class CSharpType(ScriptUsings usings)
{
    // What a class of a script must not be called: it would hide the type.
    private static readonly string[] FromSystem =
    [
        nameof(DateTime), nameof(DateTimeOffset), nameof(DateOnly), nameof(TimeOnly), nameof(TimeSpan), nameof(Guid),
        nameof(DateTimeKind), nameof(Convert),
    ];

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
        [typeof(char)] = "char",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
    };

    /// <summary>Names that a script uses without their namespace.</summary>
    public static IReadOnlyCollection<string> ShortNames => FromSystem;

    /// <summary>The name of a type.</summary>
    /// <exception cref="UnwritableTypeException">No script can name it.</exception>
    public string Name(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword))
            return keyword;
        if (type.IsArray)
            return Name(type.GetElementType()!) + "[" + new string(',', type.GetArrayRank() - 1) + "]";
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Name(underlying) + "?";
        if (!type.IsVisible || type.IsGenericTypeDefinition || type.IsPointer)
            throw new UnwritableTypeException(type);

        usings.AddIf(type.Namespace == nameof(System) && FromSystem.Contains(type.Name), nameof(System));
        return FromSystem.Contains(type.Name) && type.Namespace == nameof(System) ? type.Name : FullName(type);
    }

    private string FullName(Type type)
    {
        var arguments = type.GetGenericArguments();
        var outer = type.DeclaringType;
        var taken = outer?.GetGenericArguments().Length ?? 0;
        var own = arguments.Skip(taken).Select(Name).ToArray();
        var name = type.Name.Split('`')[0] + (own.Length == 0 ? "" : "<" + string.Join(", ", own) + ">");
        if (outer is not null)
            return FullName(outer.IsGenericTypeDefinition ? outer.MakeGenericType(arguments[..taken]) : outer) + "." + name;
        return string.IsNullOrEmpty(type.Namespace) ? name : type.Namespace + "." + name;
    }
}
