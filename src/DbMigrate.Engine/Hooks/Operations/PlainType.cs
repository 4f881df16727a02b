using System;

namespace DbMigrate.Engine.Hooks.Operations;

/// <summary>Names of .NET types in plain forms: with their assembly where the name alone is not enough.</summary>
internal static class PlainType
{
    public static string NameOf(Type type) => Type.GetType(type.FullName!) == type ? type.FullName! : $"{type.FullName}, {type.Assembly.GetName().Name}";

    /// <exception cref="PlainFormException">There is none.</exception>
    public static Type Find(string name) => Type.GetType(name, throwOnError: false) ?? throw new PlainFormException($"there is no type '{name}'");
}
